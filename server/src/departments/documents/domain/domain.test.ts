import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../../../kernel/time.ts'
import { mayIssue } from './by-hand.ts'
import { creditFacts } from './credit.ts'
import { canonicalText, type DocumentFacts, type DocumentKind } from './document.ts'
import { documentsOwed, packingCause, refundCause, saleCause, type Documented } from './owed.ts'
import { saleKind, simplifiedLimit, type Sale } from './sale-kind.ts'
import { checkForm, nextNumber, type SeriesState } from './series.ts'

const fresh: SeriesState = {
  format: 'INV-{year}-{number}',
  digits: 4,
  firstYear: 2026,
  firstNumber: 1n,
  lastYear: null,
  lastNumber: null,
  lastOn: null,
}
const at = (number: bigint, on: string): Partial<SeriesState> => ({
  lastYear: Number(on.slice(0, 4)),
  lastNumber: number,
  lastOn: localDate(on),
})

describe('the next number', () => {
  /** State of the series · today · label and day. */
  const cases: [title: string, Partial<SeriesState>, string, string][] = [
    ['the first', {}, '2026-11-22', 'INV-2026-0001 2026-11-22'],
    ['one that goes on from elsewhere', { firstNumber: 4_812n }, '2026-11-22', 'INV-2026-4812 2026-11-22'],
    ['after another', at(41n, '2026-11-20'), '2026-11-22', 'INV-2026-0042 2026-11-22'],
    ['more digits than zeros', at(99_999n, '2026-11-20'), '2026-11-22', 'INV-2026-100000 2026-11-22'],
    ['a new year', at(41n, '2026-12-31'), '2027-01-01', 'INV-2027-0001 2027-01-01'],
    [
      'a new year after one from elsewhere',
      { firstNumber: 9n, ...at(9n, '2026-12-31') },
      '2027-01-01',
      'INV-2027-0001 2027-01-01',
    ],
    ['a clock that went back', at(41n, '2026-11-23'), '2026-11-22', 'INV-2026-0042 2026-11-23'],
    ['a straggler of the old year', at(1n, '2027-01-01'), '2026-12-31', 'INV-2027-0002 2027-01-01'],
    [
      'without years',
      { format: 'R{number}', firstYear: 0, lastYear: 0, lastNumber: 7n, lastOn: localDate('2026-12-31') },
      '2027-01-01',
      'R0008 2027-01-01',
    ],
  ]
  for (const [title, state, today, expected] of cases) {
    test(title, () => {
      const { label, issuedOn } = nextNumber({ ...fresh, ...state }, localDate(today))
      assert.equal(`${label} ${issuedOn}`, expected)
    })
  }
})

test('formats have the number once, and the year before it and apart', () => {
  const verdict = (format: string) => {
    const checked = checkForm({ format, digits: 5 })
    return checked.ok ? checked.value.format : checked.refusal.code
  }
  const wrong = 'documents.format_wrong'
  for (const format of ['INV-{year}-{number}', '{number}', '{year}/{number}', 'FT {number}/A'])
    assert.equal(verdict(format), format)
  assert.equal(verdict(' A{number} '), 'A{number}')
  for (const format of [
    'INV',
    '{year}',
    '{year}{number}',
    '{number}{number}',
    '{number}-{year}',
    '{shop}-{number}',
    '<{number}>',
  ])
    assert.equal(verdict(format), wrong, format)
})

describe('what a sale is documented with', () => {
  const sale: Sale = {
    forPersons: 'simplified_invoice',
    business: false,
    sellerCountry: 'IT',
    buyerCountry: 'IT',
    treatment: 'domestic',
    currency: 'EUR',
    total: 40_000,
  }
  const cases: [title: string, Partial<Sale>, string][] = [
    ['up to the limit', {}, 'simplified_invoice'],
    ['above it', { total: 40_001 }, 'invoice'],
    ['for a company', { business: true }, 'invoice'],
    ['where the market says so', { forPersons: 'invoice' }, 'invoice'],
    ['a receipt', { forPersons: 'receipt', total: 40_001 }, 'receipt'],
    ['a receipt is nothing for a company', { forPersons: 'receipt', business: true }, 'invoice'],
    ['never a distance sale', { buyerCountry: 'DE', treatment: 'oss', total: 100 }, 'invoice'],
    ['never reverse charge', { treatment: 'reverse_charge', total: 100 }, 'invoice'],
    ['in another currency', { currency: 'USD', total: 100 }, 'invoice'],
    ['a country of the Union that said nothing', { sellerCountry: 'BE', buyerCountry: 'BE', total: 10_001 }, 'invoice'],
    ['outside the Union', { sellerCountry: 'ID', buyerCountry: 'ID', total: 1 }, 'invoice'],
  ]
  for (const [title, changes, expected] of cases)
    test(title, () => assert.equal(saleKind({ ...sale, ...changes }), expected))
  test('the limits', () =>
    assert.deepEqual(['IT', 'DE', 'ES', 'AT', 'FR', 'ID'].map(simplifiedLimit), [
      40_000,
      25_000,
      40_000,
      40_000,
      10_000,
      undefined,
    ]))
})

describe('what an order lacks', () => {
  const order = { paid: true, issued: 'at_payment', sent: 'waiting', asked: false, there: [], refunds: [] } as const
  const sold: Documented = { kind: 'invoice', cause: saleCause('o') }
  const back = { id: 'r', amount: 500 }
  const cases: [title: string, Partial<Parameters<typeof documentsOwed>[0]>, string][] = [
    ['paid', {}, 'sale'],
    ['not paid', { paid: false }, ''],
    ['documented', { there: [sold] }, ''],
    ['at shipment, not sent', { issued: 'at_shipment' }, ''],
    ['at shipment, sent', { issued: 'at_shipment', sent: 'left' }, 'sale'],
    ['at shipment, sent before it is paid', { issued: 'at_shipment', sent: 'left', paid: false }, ''],
    ['at shipment, nothing to send', { issued: 'at_shipment', sent: 'nothing' }, 'sale'],
    ['at shipment, not sent, asked', { issued: 'at_shipment', asked: true }, 'sale'],
    ['by hand, sent', { issued: 'by_hand', sent: 'left' }, ''],
    ['by hand', { issued: 'by_hand' }, ''],
    ['by hand, asked', { issued: 'by_hand', asked: true }, 'sale'],
    ['refunded', { there: [sold], refunds: [back] }, 'r'],
    ['refunded before it was documented', { refunds: [back] }, 'sale r'],
    ['refunded, by hand, nothing to credit', { issued: 'by_hand', refunds: [back] }, ''],
    ['credited', { there: [sold, { kind: 'credit_note', cause: refundCause('r') }], refunds: [back] }, ''],
    ['a slip is no document of the sale', { there: [{ kind: 'packing_slip', cause: packingCause('o') }] }, 'sale'],
  ]
  for (const [title, changes, expected] of cases) {
    test(title, () => {
      const { sale, credits } = documentsOwed({ ...order, ...changes })
      assert.equal([...(sale ? ['sale'] : []), ...credits.map(({ id }) => id)].join(' '), expected)
    })
  }
  test('by hand, each once', () => {
    const said = (paid: boolean, there: Documented[], what: 'sale' | 'packing_slip', packed = true) => {
      const allowed = mayIssue({ id: 'o', paid, packed, there }, what)
      return allowed.ok ? 'ok' : allowed.refusal.code
    }
    assert.equal(said(false, [], 'sale'), 'documents.not_paid')
    assert.equal(said(true, [sold], 'sale'), 'documents.already_issued')
    assert.equal(said(true, [sold], 'packing_slip'), 'ok')
    assert.equal(said(true, [], 'sale', false), 'ok')
    assert.equal(said(true, [], 'packing_slip', false), 'documents.nothing_to_pack')
    assert.equal(
      said(true, [{ kind: 'packing_slip', cause: packingCause('o') }], 'packing_slip'),
      'documents.already_issued',
    )
  })
})

const party = {
  ...{ name: 'Ada', company: null, vatNumber: null, taxCode: null, email: 'ada@example.com', phone: null },
  ...{ street: 'Via 1', street2: null, postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' },
}
/** Two rates and a delivery, from amounts of net and tax. */
function invoice(rows: readonly { net: number; tax: number }[]): DocumentFacts {
  const sum = (of: (row: { net: number; tax: number }) => number) => rows.reduce((all, row) => all + of(row), 0)
  const [net, tax] = [sum((row) => row.net), sum((row) => row.tax)]
  const lines = rows.map((row, n) => ({
    ...{ kind: 'goods', name: `Cup ${n}`, sku: 'CUP', partOf: null, quantity: 2, unitPrice: 1, discount: 3 },
    ...{ ...row, percents: ['22'], total: row.net + row.tax },
  })) as DocumentFacts['lines']
  return {
    ...{ kind: 'invoice' as DocumentKind, language: 'it', currency: 'EUR', seller: party, buyer: party },
    order: { id: 'o', number: '1', placedOn: '2026-11-22', paidOn: '2026-11-22' },
    delivery: { name: 'Courier', from: '2026-11-24', to: '2026-11-26' },
    lines,
    taxes: rows.map((row, n) => ({ name: 'IVA', percent: String(4 + n), ...row })),
    ...{ treatment: 'domestic', ground: null, pricesIncludeTax: true, net, tax, total: net + tax, credits: null },
  }
}
const credits = { id: 'i', kind: 'invoice' as const, label: 'INV-1', issuedOn: '2026-11-22' }

describe('a credit note', () => {
  test('of the whole takes back line by line, and has no minus zero', () => {
    const whole = invoice([
      { net: 820, tax: 180 },
      { net: 500, tax: 0 },
    ])
    const note = creditFacts(whole, { amount: 1_500, before: [], credits })
    assert.deepEqual(
      [note.kind, note.net, note.tax, note.total, note.credits],
      ['credit_note', -1_320, -180, -1_500, credits],
    )
    assert.deepEqual(
      note.lines.map(({ quantity, discount, total }) => [quantity, discount, total]),
      [
        [-2, -3, -1_000],
        [-2, -3, -500],
      ],
    )
    assert.ok(!canonicalText(note).includes('-0,') && !note.taxes.some(({ tax }) => Object.is(tax, -0)))
  })

  test('of a part bears its share of each tax', () => {
    const note = creditFacts(
      invoice([
        { net: 820, tax: 180 },
        { net: 500, tax: 20 },
      ]),
      { amount: 760, before: [], credits },
    )
    assert.deepEqual([note.net, note.tax, note.total], [-660, -100, -760])
    assert.deepEqual(
      note.taxes.map(({ net, tax }) => [net, tax]),
      [
        [-410, -90],
        [-250, -10],
      ],
    )
    assert.deepEqual(
      note.lines.map(({ kind, total, net, tax }) => [kind, total, net, tax]),
      [['credit', -760, -660, -100]],
    )
  })

  test('never gives back more than is left', () => {
    const whole = invoice([{ net: 100, tax: 22 }])
    const first = creditFacts(whole, { amount: 100, before: [], credits })
    assert.throws(() => creditFacts(whole, { amount: 23, before: [first], credits }), /no more than is left/)
    assert.throws(() => creditFacts(whole, { amount: 0, before: [], credits }), /no more than is left/)
  })

  test('in whatever parts, together exactly what was invoiced, tax by tax, and none more', () => {
    const amounts = fc.record({ net: fc.integer({ min: 0, max: 9_999 }), tax: fc.integer({ min: 0, max: 2_500 }) })
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 4_000 })),
        (rows, parts) => {
          const whole = invoice(rows)
          const notes: DocumentFacts[] = []
          let left = whole.total
          for (const part of [...parts, whole.total]) {
            const amount = Math.min(part, left)
            if (amount === 0) break
            notes.push(creditFacts(whole, { amount, before: notes, credits }))
            left -= amount
          }
          const sum = (of: (facts: DocumentFacts) => number) => notes.reduce((all, note) => all + of(note), 0)
          if (whole.total === 0) return notes.length === 0
          for (const note of notes) {
            assert.equal(note.net + note.tax, note.total)
            assert.equal(
              note.taxes.reduce((all, { tax }) => all + tax, 0),
              note.tax,
            )
          }
          assert.deepEqual(
            [sum(({ net }) => net), sum(({ tax }) => tax), sum(({ total }) => total)],
            [0 - whole.net, 0 - whole.tax, 0 - whole.total],
          )
          for (const [n, row] of whole.taxes.entries()) {
            assert.equal(
              sum(({ taxes }) => taxes[n]?.tax ?? 0),
              0 - row.tax,
            )
            assert.equal(
              sum(({ taxes }) => taxes[n]?.net ?? 0),
              0 - row.net,
            )
          }
          return true
        },
      ),
      { numRuns: 200, seed: 48 },
    )
  })
})

test('one content is one text, in whatever order it was put together', () => {
  assert.equal(
    canonicalText({ b: [1, { d: null, c: 'è' }], a: true }),
    canonicalText({ a: true, b: [1, { c: 'è', d: null }] }),
  )
  assert.equal(canonicalText({ b: 1, a: 'x"y' }), '{"a":"x\\"y","b":1}')
})
