import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { money, type Money } from '../../../kernel/money.ts'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { ownPartOf } from '../../payments/index.ts'
import { aStatement } from '../testing/a-statement.ts'
import { isTimeToRemind } from '../domain/remind.ts'
import { mayBook, mayDismiss } from '../domain/decide-entry.ts'
import { matchEntry, matchRefund, referencesIn, type Awaited } from '../domain/match-entry.ts'
import { readFile } from './read-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const verdict = (text: string | Uint8Array) => {
  const read = readFile(typeof text === 'string' ? bytes(text) : text)
  return read.ok ? `${read.value.length} statement` : read.refusal.code.replace('bank.', '')
}

// What banks really send, of three messages and three versions; file: message, account, entries, what the first says.
const SENT: readonly (readonly [file: string, message: string, account: string, entries: string])[] = [
  ['camt052.v2', 'camt.052.001.02', 'CH2801234000123456789', 'SEK -200000.00 2007-10-18'],
  ['camt053.v2.all-balance-types', 'camt.053.001.02', 'CH2801234000123456789', 'EUR 8.85 2014-12-31'],
  ['camt053.v2.five.decimals', 'camt.053.001.02', 'NL26VAYB8060476890', 'EUR 8.85 2014-12-31'],
  ['camt053.v2.multi.statement', 'camt.053.001.02', 'NL26VAYB8060476890', 'EUR 8.85 2014-12-31, EUR -7.00 2014-12-31'],
  ['camt053.v2.with-account-name', 'camt.053.001.02', 'CH2801234000123456789', 'EUR 8.85 2014-12-31'],
  ['camt053.v2.with-party-ids', 'camt.053.001.02', 'NL26VAYB8060476890', 'EUR 8.85 2014-12-31'],
  ['camt053.v4', 'camt.053.001.04', 'NL26VAYB8060476890', 'EUR 8.85 2014-12-31'],
  ['camt053.v8', 'camt.053.001.08', 'NL26VAYB8060476890', 'EUR 8.85 2014-12-31'],
]
for (const [file, message, account, entries] of SENT) {
  const sent = fixture(`payments/iso20022/examples/${file}.xml`)
  test(`${file} is read`, { skip: sent.skip }, () => {
    const read = readFile(readFileSync(sent.path))
    assert.ok(read.ok)
    const [first] = read.value
    const said = read.value
      .flatMap(({ movements }) => movements)
      .map(({ amount, came, bookedOn }) => `${amount.currency} ${came ? '' : '-'}${decimal(amount)} ${bookedOn}`)
    assert.deepEqual([first?.message, first?.account, said.join(', ')], [message, account, entries])
    assert.equal(new Set(read.value.map(({ identity }) => identity)).size, read.value.length)
  })
}
const decimal = ({ amount }: Money) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`

const wrong = fixture('payments/iso20022/examples/camt053.v2.wrong.xml')
test('what is no statement is refused, each for its reason', { skip: wrong.skip }, () => {
  const whole = aStatement({ entries: [{ amount: '14.90' }] })
  const cases: readonly (readonly [string | Uint8Array, string])[] = [
    [whole, '1 statement'],
    ['', 'file_empty'],
    ['%PDF-1.7', 'not_xml'],
    [`${whole}<More/>`, 'not_xml'],
    ['<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>', 'not_xml'],
    [Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e), 'not_xml'],
    ['<Document><CstmrCdtTrfInitn/></Document>', 'not_a_statement'],
    [readFileSync(wrong.path), 'statement_missing'],
    [whole.replace('14.90', 'much'), 'statement_incomplete'],
    [whole.replace('14.90', '14.905'), 'statement_incomplete'],
    [whole.replaceAll('"EUR"', '"XQX"'), 'statement_incomplete'],
    [whole.replace(/<IBAN>IT60.*?<\/IBAN>/, ''), 'statement_incomplete'],
    [whole.replace(/<BookgDt>.*<\/ValDt>/, ''), 'statement_incomplete'],
    [whole.replace('14.90', '14.90000'), '1 statement'],
  ]
  assert.deepEqual(
    cases.map(([text]) => verdict(text)),
    cases.map(([, expected]) => expected),
  )
})

test('what is not booked yet counts for nothing; prefixes, old letters and collective entries are read', () => {
  const text = aStatement({
    version: '08',
    entries: [
      { amount: '5.00', status: 'PDNG' },
      { amount: '7.00', name: 'Café Niño' },
    ],
  })
  const prefixed = text
    .replaceAll(/<(\/?)([A-Z])/g, '<$1c:$2')
    .replace('xmlns=', 'xmlns:c=')
    .replace('UTF-8', 'ISO-8859-1')
  const read = readFile(Buffer.from(prefixed, 'latin1'))
  assert.ok(read.ok)
  assert.deepEqual(
    read.value[0]?.movements.map(({ amount, party }) => [amount.amount, party.name]),
    [[700n, 'Café Niño']],
  )
  const one = aStatement({ entries: [{ amount: '30.00', remittance: 'first' }] })
  const details = (amount: string, remittance: string) =>
    `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RmtInf><Ustrd>${remittance}</Ustrd></RmtInf></TxDtls>`
  const collective = (second: string) =>
    readFile(bytes(one.replace(/<TxDtls>[^]*<\/TxDtls>/, details('10.00', 'first') + details(second, 'second'))))
  const split = collective('20.00')
  const unsplit = collective('19.00')
  assert.ok(split.ok && unsplit.ok)
  assert.deepEqual(
    split.value[0]?.movements.map(({ amount, remittance }) => [amount.amount, remittance]),
    [
      [1_000n, 'first'],
      [2_000n, 'second'],
    ],
  )
  // Parts that do not make the whole are not believed.
  assert.deepEqual(
    unsplit.value[0]?.movements.map(({ amount }) => amount.amount),
    [3_000n],
  )
})

test('the same movement has the same key in every file; two alike are two', () => {
  const keys = (...entries: Parameters<typeof aStatement>[0]['entries']) => {
    const read = readFile(bytes(aStatement({ id: 'S', entries })))
    return read.ok ? (read.value[0]?.movements.map(({ key }) => key) ?? []) : []
  }
  const named = { amount: '5.00', reference: 'B-1' }
  const [alone] = keys(named)
  assert.equal(keys({ amount: '9.00' }, named)[1], alone)
  assert.notEqual(keys({ ...named, amount: '5.01' })[0], alone)
  assert.equal(new Set(keys(named, named, { amount: '5.00' }, { amount: '5.00' })).size, 4)
})

test('references in what people write', () => {
  const cases: readonly (readonly [text: string, checked: string, plain: string])[] = [
    ['RF29100042', '100042', ''],
    ['rf29 1000 42 thank you', '100042', '1000'],
    ['Order RF29 1000 42 12', '100042', '1000'],
    ['RF28100042', '', ''],
    ['Order #100042', '', '100042'],
    ['100042/100043 and 2026-11-22', '', ''],
    ['invoice 100042, order 100043', '', '100042 100043'],
    ['IT60X0542811101000000123456', '', ''],
  ]
  assert.deepEqual(
    cases.map(([remittance]) => {
      const found = referencesIn({ endToEndId: '', structuredReference: '', remittance }, ownPartOf)
      return [found.checked.join(' '), found.plain.join(' ')]
    }),
    cases.map(([, checked, plain]) => [checked, plain]),
  )
})

test('money is taken by itself only where a reference and the amount agree', () => {
  const order = (number: string, lacking: bigint, more: Partial<Awaited> = {}): Awaited => ({
    ...{ orderId: `id-${number}`, number, buyer: '', open: true },
    lacking: money(lacking, 'EUR'),
    ...more,
  })
  const [a, b] = [order('100042', 1_490n), order('100043', 2_200n)]
  const twin = order('100044', 1_490n)
  const cases: readonly (readonly [string, bigint, string, string, readonly Awaited[], string])[] = [
    ['checked and exact', 1_490n, '100042', '', [a, b], 'exact id-100042'],
    ['plain and exact', 1_490n, '', '100042', [a, b], 'exact id-100042'],
    ['too little', 1_000n, '100042', '', [a], 'other_amount id-100042'],
    ['the amount of another', 2_200n, '100042', '', [a, b], 'other_amount id-100042'],
    ['two numbers, one fits', 2_200n, '', '100042 100043', [a, b], 'exact id-100043'],
    ['two numbers, both fit', 1_490n, '', '100042 100044', [a, twin], 'several id-100042'],
    ['paid already', 1_490n, '100042', '', [{ ...a, open: false }], 'not_awaited id-100042'],
    [
      'paid already, and another lacks the same',
      1_490n,
      '100042',
      '',
      [{ ...a, open: false }, twin],
      'not_awaited id-100042',
    ],
    ['a number by chance', 1_490n, '', '100043', [{ ...b, open: false }, a], 'same_amount id-100042'],
    ['the amount alone', 1_490n, '', '', [a], 'same_amount id-100042'],
    ['the amount alone, twice', 1_490n, '', '', [a, twin], 'several id-100042'],
    ['name and amount', 1_490n, '', '', [a, { ...twin, buyer: 'Mirandolina Nuñez' }], 'same_name id-100044'],
    [
      'another currency',
      1_490n,
      '100042',
      '',
      [order('100042', 1_490n, { lacking: money(1_490n, 'USD') })],
      'other_amount id-100042',
    ],
    ['nobody', 999n, '', '', [], 'unknown'],
  ]
  assert.deepEqual(
    cases.map(([name, amount, checked, plain, candidates]) => {
      const entry = {
        amount: money(amount, 'EUR'),
        endToEndId: '',
        structuredReference: '',
        remittance: '',
        partyName: 'NUNEZ MIRANDOLINA',
      }
      const references = { checked: checked.split(' '), plain: plain.split(' ') }
      const [real] = [{ checked: references.checked.filter(Boolean), plain: references.plain.filter(Boolean) }]
      const match = matchEntry(entry, { references: real, candidates })
      const said =
        match.kind === 'unknown' ? 'unknown' : `${match.kind === 'exact' ? 'exact' : match.because} ${match.orderId}`
      return `${name}: ${said}`
    }),
    cases.map(([name, , , , , expected]) => `${name}: ${expected}`),
  )
})

test('what may be done to an entry', () => {
  const codeOf = (result: ReturnType<typeof mayBook>) => (result.ok ? 'ok' : result.refusal.code)
  assert.deepEqual(
    (['open', 'booked', 'dismissed'] as const).map((state) => [
      codeOf(mayBook({ state, came: true })),
      codeOf(mayBook({ state, came: false })),
      codeOf(mayDismiss({ state }, 'a gift')),
      codeOf(mayDismiss({ state }, ' ')),
    ]),
    [
      ['ok', 'bank.money_went_out', 'ok', 'bank.note_missing'],
      ['bank.entry_ended', 'bank.entry_ended', 'bank.entry_ended', 'bank.entry_ended'],
      ['ok', 'bank.money_went_out', 'bank.entry_ended', 'bank.entry_ended'],
    ],
  )
})

test('when a transfer is reminded of', () => {
  const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour))
  const cases: readonly (readonly [placed: Date, ends: Date, now: Date, days: number, expected: boolean])[] = [
    [at(20), at(28), at(25, 23), 2, false],
    [at(20), at(28), at(26), 2, true],
    [at(20), at(28), at(27, 23), 2, true],
    [at(20), at(28), at(28), 2, false],
    [at(26), at(28), at(26, 23), 2, false],
    [at(26), at(28), at(27), 2, true],
    [at(20), at(28), at(27), 0, false],
  ]
  assert.deepEqual(
    cases.map(([placedAt, expiresAt, now, days]) => isTimeToRemind({ placedAt, expiresAt }, { now, days })),
    cases.map(([, , , , expected]) => expected),
  )
})

test('which refund money that went out was', () => {
  const refund = (refundId: string, number: string) => ({ refundId, number, orderId: `of ${number}` })
  const [a, b, c] = [refund('a', '100042'), refund('b', '100043'), refund('c', '100042')]
  const cases: readonly (readonly [
    string[],
    string[],
    { refundId: string; number: string; orderId: string }[],
    string,
  ])[] = [
    [['100042'], [], [a, b], 'a'],
    [[], ['100043'], [a, b], 'b'],
    [['100042'], ['100043'], [b], '-'],
    [[], ['100042'], [a, c], '-'],
    [[], ['100042', '100043'], [a, b], '-'],
    [[], [], [a], '-'],
  ]
  assert.deepEqual(
    cases.map(([checked, plain, refunds]) => matchRefund({ checked, plain }, refunds)?.refundId ?? '-'),
    cases.map(([, , , expected]) => expected),
  )
})
