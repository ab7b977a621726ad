import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeText } from './change-text.ts'

const CASES: readonly [value: unknown, locale: string, text: string][] = [
  [null, 'en', '–'],
  ['', 'en', '–'],
  [[], 'en', '–'],
  [{}, 'en', '–'],
  [true, 'it', 'Sì'],
  [false, 'it', 'No'],
  [0, 'en', '0'],
  [1234.5, 'it', '1234,5'],
  ['usual', 'en', 'usual'],
  ['2026-11-22', 'it', '22 nov 2026'],
  ['2026-99-22', 'it', '2026-99-22'],
  ['<p>Two <b>words</b></p>', 'en', 'Two words'],
  [{ amount: 1999, currency: 'EUR' }, 'en', '€19.99'],
  [{ en: 'Mug', it: 'Tazza' }, 'it', 'Tazza'],
  [{ en: 'Mug', it: '' }, 'it', 'Mug'],
  [{ it: 'Tazza' }, 'id', 'Tazza'],
  [{ EUR: 500, USD: 600 }, 'en', '€5.00 · $6.00'],
  [['new', 'sale'], 'en', 'new, sale'],
  [
    [
      { amount: 500, currency: 'EUR' },
      { amount: 600, currency: 'USD' },
    ],
    'en',
    '€5.00 · $6.00',
  ],
  [
    [
      { fileId: 'a', alts: { en: 'A mug' } },
      { fileId: 'b', alts: {} },
    ],
    'en',
    'A mug · …',
  ],
  [{ kind: 'plan', atMost: 3, off: null }, 'en', 'kind: plan; at most: 3'],
]

for (const [value, locale, text] of CASES) {
  test(`${JSON.stringify(value)} reads ${text} in ${locale}`, () => {
    assert.equal(changeText(value, { locale, yes: locale === 'it' ? 'Sì' : 'Yes', no: 'No' }), text)
  })
}
