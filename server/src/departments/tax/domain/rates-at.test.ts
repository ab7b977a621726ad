import assert from 'node:assert/strict'
import { test } from 'node:test'
import { percent, percentText } from '../../../kernel/rate.ts'
import { ratesAt, type RateAtPlace } from './rates-at.ts'

const zone = (instead: boolean) => ({ country: 'CA', regions: ['X'], postcodes: [], instead })
const rate = (text: string): RateAtPlace => {
  const [tax = '', rest = '', where] = text.split(' ')
  return {
    country: 'CA',
    category: 'standard',
    tax,
    compound: rest.endsWith('+'),
    percent: percent(rest.replace('+', '')),
    zone: where === undefined ? undefined : zone(where === 'instead'),
  }
}

/** Rates that reach the place · what its goods bear. `+` compounds. */
const CASES: [string[], string][] = [
  [['vat 22'], '22'],
  [['gst 5'], 'gst 5'],
  [['pst 7 added', 'gst 5'], 'gst 5, pst 7'],
  [['aqst 9.5+ added', 'gst 5'], 'gst 5, aqst 9.5+'],
  [['gst 5', 'hst 13 instead'], 'hst 13'],
  [['vat 22', 'vat 0 instead'], '0'],
  [['vat 10 added', 'vat 22'], '10'],
  [[], 'none'],
]
for (const [rates, verdict] of CASES) {
  test(`${rates.join(' and ') || 'nothing'}: ${verdict}`, () => {
    const found = ratesAt([...rates.map(rate), { ...rate('vat 99'), country: 'US' }], 'CA').get('standard')
    const told =
      found === undefined
        ? 'none'
        : 'ppm' in found
          ? percentText(found)
          : found.map((one) => `${one.tax} ${percentText(one.percent)}${one.compound ? '+' : ''}`).join(', ')
    assert.equal(told, verdict)
  })
}
