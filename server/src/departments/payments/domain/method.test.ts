import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { money } from '../../../kernel/money.ts'
import { localDate } from '../../../kernel/time.ts'
import { addBankingDays, isBankingDay } from './banking-days.ts'
import { isCreditorId, type DebitTerms } from './debit-terms.ts'
import { checkMethod } from './check-method.ts'
import { clearedBy, providerOfMethod, whyNotOffered, type PaymentMethod, type Purchase } from './method.ts'

const transfer: PaymentMethod = {
  code: 'transfer',
  kind: 'bank_transfer',
  provider: null,
  names: { en: 'Bank transfer' },
  instructions: {},
  markets: [],
  countries: [],
  currencies: [],
  minTotal: {},
  maxTotal: {},
  customerGroups: [],
  clears: 'payment',
  dueDays: 7,
  account: { holder: 'Bottega Laguna', iban: 'IT60X0542811101000000123456', bic: 'BCITITMM' },
}
const account = transfer.account!
const onDelivery: PaymentMethod = { ...transfer, account: null, kind: 'cash_on_delivery', clears: 'order' }
const online: PaymentMethod = { ...transfer, account: null, kind: 'provider_hosted' }
const terms: DebitTerms = {
  ...{ creditorId: 'IT66ZZZA1B2C3D4E5F6G7H8', name: 'Bottega Laguna', iban: account.iban, bic: '' },
  ...{ noticeDays: 14, leadDays: 1, cutOff: '15:00', message: 'pain.008.001.08' },
}
const debit: PaymentMethod = { ...transfer, account: null, kind: 'sepa_debit', debit: terms }
const purchase: Purchase = { market: 'it', country: 'IT', due: money(5_000, 'EUR'), groups: [], delivered: true }

describe('to which purchases a way to pay is offered', () => {
  const table: [string, Partial<PaymentMethod>, Partial<Purchase>, string][] = [
    ['nothing excluded', {}, {}, 'offered'],
    ['another market', { markets: ['es'] }, {}, 'market'],
    ['this market among them', { markets: ['es', 'it'] }, {}, 'offered'],
    ['another country', { countries: ['DE'] }, {}, 'country'],
    ['another currency', { currencies: ['IDR'] }, {}, 'currency'],
    ['a group, and nobody known', { customerGroups: ['g1'] }, {}, 'group'],
    ['a group, and one of it', { customerGroups: ['g1', 'g2'] }, { groups: ['g2'] }, 'offered'],
    ['a cent too little', { minTotal: { EUR: 5_001 } }, {}, 'too_little'],
    ['just enough', { minTotal: { EUR: 5_000 } }, {}, 'offered'],
    ['a cent too much', { maxTotal: { EUR: 4_999 } }, {}, 'too_much'],
    ['just as much', { maxTotal: { EUR: 5_000 } }, {}, 'offered'],
    ['bounds of another currency', { minTotal: { IDR: 9_000 }, maxTotal: { IDR: 9_001 } }, {}, 'offered'],
    ['a direct debit of dollars', { ...debit, currencies: [] }, { due: money(5_000, 'USD') }, 'currency'],
    ['the first of several speaks', { markets: ['es'], countries: ['DE'] }, {}, 'market'],
    ['a transfer for what nobody brings', {}, { delivered: false }, 'offered'],
    ['at the door for what nobody brings', onDelivery, { delivered: false }, 'nothing_delivered'],
  ]
  for (const [what, method, bought, verdict] of table) {
    test(`${what}: ${verdict}`, () => {
      assert.equal(whyNotOffered({ ...transfer, ...method }, { ...purchase, ...bought }) ?? 'offered', verdict)
    })
  }
})

describe('what a way to pay may be', () => {
  const table: [string, PaymentMethod, string][] = [
    ['a transfer', transfer, 'ok'],
    ['a transfer to nobody', { ...transfer, account: null }, 'payments.method_account_missing'],
    [
      'an IBAN with a slip',
      { ...transfer, account: { ...account, iban: 'IT61X0542811101000000123456' } },
      'payments.method_iban_wrong',
    ],
    [
      'an IBAN too short',
      { ...transfer, account: { ...account, iban: 'IT60X054281110100000012345' } },
      'payments.method_iban_wrong',
    ],
    ['a BIC with a slip', { ...transfer, account: { ...account, bic: 'BCITIT' } }, 'payments.method_bic_wrong'],
    ['without a BIC', { ...transfer, account: { ...account, bic: '' } }, 'ok'],
    ['on account', { ...transfer, clears: 'order' }, 'ok'],
    ['without an English name', { ...transfer, names: { it: 'Bonifico', en: ' ' } }, 'payments.method_name_missing'],
    ['collected by its creditor', debit, 'ok'],
    ['collected by nobody', { ...debit, debit: null }, 'payments.creditor_id_wrong'],
    [
      'a creditor with a slip',
      { ...debit, debit: { ...terms, creditorId: 'IT65ZZZA1B2C3D4E5F6G7H8' } },
      'payments.creditor_id_wrong',
    ],
    ['a creditor without a name', { ...debit, debit: { ...terms, name: '' } }, 'payments.creditor_name_missing'],
    [
      'collected on an IBAN with a slip',
      { ...debit, debit: { ...terms, iban: 'IT61X0542811101000000123456' } },
      'payments.method_iban_wrong',
    ],
    ['a creditor for a transfer', { ...transfer, debit: terms }, 'payments.method_needs_no_account'],
    ['in no currency', { ...transfer, currencies: ['XXQ'] }, 'payments.method_currency_unknown'],
    ['up to no currency', { ...transfer, maxTotal: { XXQ: 1 } }, 'payments.method_currency_unknown'],
    ['bounds crossed', { ...transfer, minTotal: { EUR: 2 }, maxTotal: { EUR: 1 } }, 'payments.method_totals_crossed'],
    ['bounds that meet', { ...transfer, minTotal: { EUR: 2 }, maxTotal: { EUR: 2 } }, 'ok'],
    ['an account for the door', { ...onDelivery, account: transfer.account }, 'payments.method_needs_no_account'],
    ['a provider for a transfer', { ...transfer, provider: 'stripe' }, 'payments.method_needs_no_provider'],
    ['a provider of a page', { ...online, provider: 'stripe' }, 'ok'],
    ['packed before the page', { ...online, clears: 'order' }, 'payments.method_clears_otherwise'],
    ['at the door, but packed later', { ...onDelivery, clears: 'payment' }, 'payments.method_clears_otherwise'],
  ]
  for (const [what, method, verdict] of table) {
    test(`${what}: ${verdict}`, () => {
      const checked = checkMethod(method)
      assert.equal(checked.ok ? 'ok' : checked.refusal.code, verdict)
    })
  }
  test('under which name its payment stands, and on what ground its order is cleared', () => {
    assert.deepEqual([online, transfer, onDelivery, debit].map(providerOfMethod), [
      null,
      'bank_transfer',
      'cash_on_delivery',
      'sepa_debit',
    ])
    const onAccount: PaymentMethod = { ...transfer, clears: 'order' }
    assert.deepEqual(
      [online, transfer, onDelivery, onAccount].map((one) => clearedBy(one)),
      [undefined, undefined, 'on_delivery', 'on_account'],
    )
  })
})

test('identifiers of creditors: their check digits leave the business code out (EPC262-08)', () => {
  const cases: [written: string, right: boolean][] = [
    ['DE98ZZZ09999999999', true],
    ['DE98ABC09999999999', true],
    ['DE97ZZZ09999999999', false],
    ['IT66ZZZA1B2C3D4E5F6G7H8', true],
    ['DE98ZZZ', false],
    ['98DEZZZ09999999999', false],
  ]
  for (const [written, right] of cases) assert.equal(isCreditorId(written), right, written)
})

test('banking days: weekends, the six closing days, Easter of each year', () => {
  const closed = [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-12-25',
    '2027-03-26',
    '2027-03-29',
    '2026-11-21',
  ]
  assert.deepEqual(
    closed.map((day) => isBankingDay(localDate(day))),
    closed.map(() => false),
  )
  const open = ['2026-04-02', '2026-04-07', '2026-11-23', '2026-12-24', '2026-08-14', '2027-03-30', '1999-12-31']
  assert.deepEqual(
    open.map((day) => isBankingDay(localDate(day))),
    open.map(() => true),
  )
  assert.equal(addBankingDays(localDate('2026-11-20'), 1), '2026-11-23')
  assert.equal(addBankingDays(localDate('2026-12-24'), 1), '2026-12-28')
  assert.equal(addBankingDays(localDate('2026-04-02'), 2), '2026-04-08')
  assert.equal(addBankingDays(localDate('2026-11-21'), 0), '2026-11-23')
})
