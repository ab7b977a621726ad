import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { isSEPACountry, isValidIBAN } from 'ibantools'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { localDate } from '../../../kernel/time.ts'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { addBankingDays } from '../../payments/index.ts'
import { collectionFile, type CollectionToWrite } from './collection-file.ts'
import { dueDay, earliestCollection } from './due-day.ts'
import { checkSigned, endsOn, mayCollect, REACHED } from './mandate.ts'
import { mayTryAgain } from './return-reason.ts'
import { sepaText } from './sepa-text.ts'
import { transferFile } from './transfer-file.ts'

const IBAN = 'IT60X0542811101000000123456'
const day = localDate

test('names as banks carry them', () => {
  const cases: [written: string, carried: string][] = [
    ['Zoë Müller-Weiß', 'Zoe Mueller-Weiss'],
    ['José Ñúñez & Hijos', 'Jose Nunez + Hijos'],
    ['Łukasz Żółć', 'Lukasz Zolc'],
    ['Ştefan Țepeș', 'Stefan Tepes'],
    ['Þór Ægisson', 'Thor Aegisson'],
    ['Γιώργος Παπαδόπουλος', 'Giorgos Papadopoylos'],
    ['Цветан Щърбанов', 'Tsvetan Shtarbanov'],
    ['//Order no. 5', 'Order no. 5'],
    ['a//b', 'a/b'],
    ['日本 <x>', '.. .x.'],
  ]
  for (const [written, carried] of cases) assert.equal(sepaText(written, 70), carried, written)
  assert.equal(sepaText('é'.repeat(80), 70).length, 70)
})

test('what is signed: a holder, an account that checks, within reach', () => {
  const cases: [holder: string, iban: string, verdict: string][] = [
    ['Ada', 'it60 x054 2811 1010 0000 0123 456', IBAN],
    [' ', IBAN, 'holder_missing'],
    ['Ada', 'IT60X0542811101000000123457', 'iban_wrong'],
    ['Ada', '', 'iban_wrong'],
    ['Ada', 'GB82WEST12345698765432', 'iban_not_reached'],
    ['Ada', 'SA0380000000608010167519', 'iban_not_reached'],
  ]
  for (const [holder, iban, verdict] of cases) {
    const checked = checkSigned({ holder, iban }, isValidIBAN)
    assert.equal(checked.ok ? checked.value.iban : checked.refusal.code.replace('bank.', ''), verdict, iban)
  }
  for (const country of REACHED) assert.ok(isSEPACountry(country), country)
})

test('a mandate ends when it is revoked, or after 36 months without a collection', () => {
  const cases: [signed: string, used: string | null, revoked: boolean, today: string, verdict: string][] = [
    ['2026-11-23', null, false, '2029-11-22', 'may'],
    ['2026-11-23', null, false, '2029-11-23', 'bank.mandate_expired'],
    ['2026-11-23', '2028-01-10', false, '2031-01-09', 'may'],
    ['2026-11-23', '2028-01-10', false, '2031-01-10', 'bank.mandate_expired'],
    ['2026-11-23', null, true, '2026-11-24', 'bank.mandate_revoked'],
  ]
  for (const [signed, used, revoked, today, verdict] of cases) {
    const facts = {
      kind: 'one_off' as const,
      signedOn: day(signed),
      lastUsedOn: used === null ? null : day(used),
      revoked,
    }
    const may = mayCollect(facts, day(today))
    assert.equal(may.ok ? 'may' : may.refusal.code, verdict)
  }
  assert.equal(endsOn({ signedOn: day('2028-02-29'), lastUsedOn: null }), '2031-03-01')
})

test('the day of collection: notice kept, the bank open, its file in time', () => {
  const cases: [today: string, clock: string, notice: number, lead: number, due: string, earliest: string][] = [
    // A Monday; a fortnight later is one, too.
    ['2026-11-23', '09:00', 14, 1, '2026-12-07', '2026-11-24'],
    // Two days later is a Wednesday; the bank has closed for today.
    ['2026-11-23', '17:00', 2, 2, '2026-11-26', '2026-11-26'],
    // A notice that ends on Christmas ends on the Monday behind.
    ['2026-12-11', '09:00', 14, 1, '2026-12-28', '2026-12-14'],
    // Friday past the hour: the bank has it on Monday.
    ['2026-11-27', '16:01', 1, 1, '2026-12-01', '2026-12-01'],
  ]
  for (const [today, clock, noticeDays, leadDays, due, earliest] of cases) {
    const calendar = { today: day(today), clock, noticeDays, leadDays, cutOff: '16:00', addBankingDays }
    assert.deepEqual([dueDay(calendar), earliestCollection(calendar)], [due, earliest], `${today} ${clock}`)
  }
})

test('tried again is what passes, and once', () => {
  const cases: [reason: string, attempt: number, may: boolean][] = [
    ['AM04', 1, true],
    ['AM04', 2, false],
    ['MS03', 1, true],
    ['MD01', 1, false],
    ['MD06', 1, false],
    ['AC04', 1, false],
    ['XX99', 1, false],
  ]
  for (const [reason, attempt, may] of cases) assert.equal(mayTryAgain({ reason, attempt }), may, reason)
})

describe('files for the bank', () => {
  const head = { messageId: 'FONDACO-1', createdAt: new Date('2026-11-23T10:11:12.345Z') }
  const creditor = { name: 'Bottega Laguna S.r.l.', iban: IBAN, bic: '', creditorId: 'IT66ZZZA1B2C3D4E5F6G7H8' }
  const item = (more: Partial<CollectionToWrite>): CollectionToWrite => ({
    ...{
      batch: 'FONDACO-1-1',
      collectsOn: day('2026-12-07'),
      sequence: 'OOFF',
      endToEndId: 'D100042-1',
      amount: 1_490n,
    },
    ...{
      mandateReference: 'M-100042',
      signedOn: day('2026-11-23'),
      holder: 'Zoë & <Müller>',
      iban: 'DE89370400440532013000',
    },
    remittance: 'Order 100042, Bottega Laguna',
    ...more,
  })
  const former = { name: 'Laguna S.a.s.', creditorId: 'DE98ZZZ09999999999' }
  const items = [
    item({}),
    item({ endToEndId: 'D100043-1', amount: 5n, holder: 'Παπαδόπουλος'.repeat(9) }),
    item({ batch: 'FONDACO-1-2', sequence: 'RCUR', endToEndId: 'D100044-1', amount: 10_000_001n, signedFor: former }),
  ]
  const schemas = ['pain.008.001.08', 'pain.008.001.02', 'pain.001.001.09'] as const
  const [skip] = schemas.map((name) => fixture(`payments/iso20022/xsd/${name}.xsd`).skip).filter(Boolean)

  test('valid by the schemas of ISO 20022, and a schema that is broken is noticed', { skip: skip ?? false }, () => {
    const payer = { name: creditor.name, iban: IBAN, bic: 'BCITITMM' }
    const transfer = { endToEndId: 'R-1', amount: 990n, name: 'Ada', iban: IBAN, remittance: 'Order 100042' }
    const files = {
      'pain.008.001.08': collectionFile('pain.008.001.08', head, { creditor, items }),
      'pain.008.001.02': collectionFile('pain.008.001.02', head, { creditor: { ...creditor, bic: 'BCITITMM' }, items }),
      'pain.001.001.09': transferFile(head, {
        batch: 'FONDACO-2-1',
        paysOn: day('2026-11-24'),
        payer,
        items: [transfer],
      }),
    }
    for (const name of schemas) {
      const schema = XmlDocument.fromBuffer(readFileSync(fixture(`payments/iso20022/xsd/${name}.xsd`).path))
      const validator = XsdValidator.fromDoc(schema)
      const judge = (text: string) => {
        const document = XmlDocument.fromString(text)
        try {
          validator.validate(document)
        } finally {
          document.dispose()
        }
      }
      judge(files[name])
      assert.throws(() => judge(files[name].replace('<NbOfTxs>', '<NbOfTxs>x')), /NbOfTxs/, name)
      validator.dispose()
      schema.dispose()
    }
  })

  test('one group for each day and sequence, counted and summed; the same facts are the same bytes', () => {
    const text = collectionFile('pain.008.001.08', head, { creditor, items })
    assert.equal(text, collectionFile('pain.008.001.08', head, { creditor, items: [...items] }))
    const told = [...text.matchAll(/<(NbOfTxs|CtrlSum|SeqTp)>([^<]+)</g)].map(([, name, value]) => `${name} ${value}`)
    const groups = ['NbOfTxs 2', 'CtrlSum 14.95', 'SeqTp OOFF', 'NbOfTxs 1', 'CtrlSum 100000.01', 'SeqTp RCUR']
    assert.deepEqual(told, ['NbOfTxs 3', 'CtrlSum 100014.96', ...groups])
    assert.match(text, /<Nm>Zoe \+ \.Mueller\.<\/Nm>/)
    assert.equal(text.split('<AmdmntInd>').length, 2)
    assert.match(text, /<CreDtTm>2026-11-23T10:11:12Z</)
  })
})
