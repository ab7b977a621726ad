import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkZone, liesIn, type TaxZone } from './tax-zone.ts'

const zone = (country: string, regions: string[], postcodes: string[]): TaxZone => ({
  code: 'z',
  name: 'Z',
  country,
  regions,
  postcodes,
  instead: true,
})
const LIVIGNO = zone('IT', [], ['23041'])
const CANARIES = zone('ES', [], ['35000-35999', '38000-38999'])
const BC = zone('CA', ['BC'], [])
const NORTHERN_IRELAND = zone('GB', [], ['BT*'])

/** Zone · region · postcode · whether it lies within. */
const PLACES: [TaxZone, string, string, boolean][] = [
  [LIVIGNO, 'SO', '23041', true],
  [LIVIGNO, 'SO', ' 23 041 ', true],
  [LIVIGNO, 'SO', '23042', false],
  [LIVIGNO, 'SO', '', false],
  [CANARIES, '', '35000', true],
  [CANARIES, '', '35999', true],
  [CANARIES, '', '36000', false],
  [CANARIES, '', '3500', false],
  [CANARIES, '', '38500', true],
  [BC, 'BC', 'V5K 0A1', true],
  [BC, 'bc', '', true],
  [BC, 'ON', 'M4B 1B3', false],
  [NORTHERN_IRELAND, '', 'bt1 1aa', true],
  [NORTHERN_IRELAND, '', 'B1 1AA', false],
]
for (const [where, region, postcode, expected] of PLACES) {
  test(`${where.country} ${region} ${postcode}: ${expected ? 'within' : 'outside'}`, () => {
    assert.equal(liesIn(where, { country: where.country, region, postcode }), expected)
    assert.equal(liesIn(where, { country: 'XX', region, postcode }), false)
  })
}

/** Regions · postcodes · verdict. */
const DRAFTS: [string[], string[], string][] = [
  [[], [], 'tax.zone_empty'],
  [[' '], [''], 'tax.zone_empty'],
  [[], ['35999-35000'], 'tax.invalid_postcodes'],
  [[], ['350-35999'], 'tax.invalid_postcodes'],
  [[], ['*'], 'tax.invalid_postcodes'],
  [[], ['1-2-3'], 'tax.invalid_postcodes'],
  [[], ['35;00'], 'tax.invalid_postcodes'],
  [['BC', 'BC '], [], 'BC | '],
  [[], ['bt*', ' 23041', '23041'], ' | BT*,23041'],
]
for (const [regions, postcodes, verdict] of DRAFTS) {
  test(`a zone of ${regions.join()} and ${postcodes.join()}: ${verdict}`, () => {
    const checked = checkZone(zone('IT', regions, postcodes))
    const told = checked.ok
      ? `${checked.value.regions.join()} | ${checked.value.postcodes.join()}`
      : checked.refusal.code
    assert.equal(told, verdict)
  })
}
