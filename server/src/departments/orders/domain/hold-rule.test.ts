import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judge, soundTerms, type HoldFacts, type HoldTerms } from './hold-rule.ts'

const at = (hoursAgo: number) => new Date(Date.UTC(2026, 10, 23, 12) - hoursAgo * 3_600_000)
const italian = {
  name: 'Nina',
  street: 'Calle del Forno 7',
  postcode: '30121',
  city: 'Venezia',
  region: 'VE',
  country: 'IT',
}

const plain: HoldFacts = {
  orderId: 'o',
  market: 'it',
  placedAt: at(0),
  total: { amount: 50_000, currency: 'EUR' },
  email: 'nina@calle.example',
  address: italian,
  boughtBefore: false,
  sameEmail: [],
  sameDoor: [],
  companyCountry: null,
  delivered: true,
  missing: [],
}

const value = (over: Record<string, number>, firstTime = false): HoldTerms => ({ what: 'value', over, firstTime })
const often = (by: 'email' | 'address', orders: number, hours: number): HoldTerms => ({
  what: 'frequency',
  by,
  orders,
  hours,
})
const domains = (...said: string[]): HoldTerms => ({ what: 'email_domain', domains: said })
const living = (address: Partial<typeof italian> & { street2?: string }) => ({ address: { ...italian, ...address } })

/** What a rule says of an order; `-` where it lets it pass. */
const cases: readonly (readonly [string, HoldTerms, Partial<HoldFacts>, string])[] = [
  ['just the amount is not over it', value({ EUR: 50_000 }), {}, '-'],
  ['a cent more is', value({ EUR: 49_999 }), {}, 'value'],
  ['another currency has no limit', value({ USD: 1 }), {}, '-'],
  ['a first order', value({ EUR: 1 }, true), {}, 'value_first_time'],
  ['who bought before', value({ EUR: 1 }, true), { boughtBefore: true }, '-'],
  ['two within the hour, and three are meant', often('email', 3, 1), { sameEmail: [at(0.5)] }, '-'],
  ['the third within the hour', often('email', 3, 1), { sameEmail: [at(0.5), at(0.9)] }, 'frequency_email'],
  ['an hour ago to the minute is too long ago', often('email', 2, 1), { sameEmail: [at(1)] }, '-'],
  ['the same door under other addresses', often('address', 2, 24), { sameDoor: [at(23)] }, 'frequency_address'],
  ['nothing is delivered: there is no door', often('address', 2, 24), { sameDoor: [at(1)], delivered: false }, '-'],
  ['a domain, whatever its letters', domains('calle.example'), { email: 'N@CALLE.example' }, 'email_domain'],
  ['below it', domains('calle.example'), { email: 'n@mail.calle.example' }, 'email_domain'],
  ['one that only ends alike', domains('calle.example'), { email: 'n@nocalle.example' }, '-'],
  ['a company of the same country', { what: 'company_abroad' }, { companyCountry: 'IT' }, '-'],
  ['a company of another', { what: 'company_abroad' }, { companyCountry: 'DE' }, 'company_abroad'],
  ['no company', { what: 'company_abroad' }, {}, '-'],
  ['a sound address', { what: 'address_format' }, {}, '-'],
  ['a German postcode in Italy', { what: 'address_format' }, living({ postcode: '3012' }), 'postcode_unlike'],
  ['no province', { what: 'address_format' }, living({ region: '' }), 'address_incomplete'],
  ['no house number', { what: 'address_format' }, living({ street: 'Calle del Forno' }), 'no_house_number'],
  [
    'the number in the second line',
    { what: 'address_format' },
    living({ street: 'Ca’ Rossa', street2: 'int. 4' }),
    '-',
  ],
  [
    'an address that nothing goes to',
    { what: 'address_format' },
    { ...living({ postcode: '' }), delivered: false },
    '-',
  ],
  ['a PO box', { what: 'po_box' }, living({ street: 'P.O. Box 12' }), 'po_box'],
  ['in Italian', { what: 'po_box' }, living({ street2: 'Casella postale 9' }), 'po_box'],
  ['in Spanish', { what: 'po_box' }, living({ street: 'Apdo. 77' }), 'po_box'],
  ['in German', { what: 'po_box' }, living({ street: 'Postfach 10 20' }), 'po_box'],
  ['in Indonesian', { what: 'po_box' }, living({ street: 'Kotak Pos 5' }), 'po_box'],
  ['a street called Boxer', { what: 'po_box' }, living({ street: 'Boxerweg 3' }), '-'],
  ['all is on the shelf', { what: 'stock' }, {}, '-'],
  ['something is not', { what: 'stock' }, { missing: ['MUG', 'LAMP'] }, 'stock'],
]

describe('what a rule holds', () => {
  for (const [name, terms, facts, verdict] of cases) {
    test(name, () => assert.equal(judge(terms, { ...plain, ...facts })?.because ?? '-', verdict))
  }

  test('it says so in figures', () => {
    assert.deepEqual(judge(often('email', 2, 6), { ...plain, sameEmail: [at(1), at(2)] })?.params, {
      orders: 3,
      hours: 6,
    })
    assert.deepEqual(judge({ what: 'stock' }, { ...plain, missing: ['MUG', 'LAMP'] })?.params, { skus: 'MUG, LAMP' })
  })

  test('domains are kept as they are compared', () => {
    const sound = soundTerms(domains(' @Mail.Example ', 'mail.example'))
    assert.deepEqual(sound.ok && sound.value, domains('mail.example'))
  })
})
