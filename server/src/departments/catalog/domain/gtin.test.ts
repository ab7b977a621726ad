import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isGtin } from './gtin.ts'

// Examples of GS1 and of ISBN-13 (978), which is a GTIN-13.
for (const gtin of ['96385074', '036000291452', '4006381333931', '9780306406157', '10614141000415']) {
  test(`${gtin} is a GTIN`, () => assert.ok(isGtin(gtin)))
}
for (const [why, text] of Object.entries({
  'a wrong check digit': '4006381333932',
  'two digits swapped': '4003681333931',
  'eleven digits': '03600029145',
  letters: '400638133393X',
  nothing: '',
  'a space': '4006381 333931',
  'digits of another script': '٤٠٠٦٣٨١٣٣٣٩٣١',
})) {
  test(`${why} is none`, () => assert.ok(!isGtin(text)))
}

test('exactly one check digit fits', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (body) => {
      assert.equal(Array.from({ length: 10 }, (_, digit) => isGtin(`${body}${digit}`)).filter(Boolean).length, 1)
    }),
  ))
