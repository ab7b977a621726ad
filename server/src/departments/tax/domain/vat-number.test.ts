import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { readVatNumber } from './vat-number.ts'

describe('a VAT number', () => {
  const rows: readonly (readonly [typed: string, country: string | undefined, verdict: string])[] = [
    ['IT 007 431 101 57', undefined, 'IT IT00743110157'],
    ['00743110157', 'IT', 'IT IT00743110157'],
    ['IT00743110158', undefined, 'tax.vat_number_wrong'],
    ['de 136.695.976', undefined, 'DE DE136695976'],
    ['EL 94501040', 'GR', 'GR EL094501040'],
    ['094501040', 'GR', 'GR EL094501040'],
    ['68357370B01', 'NL', 'NL NL068357370B01'],
    ['ESB58378431', 'ES', 'ES ESB58378431'],
    ['B58378431', 'ES', 'ES ESB58378431'],
    ['GB 980 7806 84', undefined, 'tax.vat_number_unknown_country'],
    ['', undefined, 'tax.vat_number_unknown_country'],
    ['', 'IT', 'tax.vat_number_wrong'],
    ['IT00743110157', 'DE', 'IT IT00743110157'],
  ]
  for (const [typed, country, verdict] of rows) {
    test(`${typed || 'nothing'} of ${country ?? 'nobody said'}`, () => {
      const read = readVatNumber(typed, country)
      assert.equal(read.ok ? `${read.value.country} ${read.value.text}` : read.refusal.code, verdict)
    })
  }
})

const numbers = fixture('tax/stdnum-numbers.tsv')
test('every number of the collection is judged as those who made it did', { skip: numbers.skip }, () => {
  const rows = readFileSync(numbers.path, 'utf8').trim().split('\n').slice(1)
  const judged = rows.flatMap((row) => {
    const [module, expected, typed = ''] = row.split('\t')
    // Sellers outside the Union (EU...) and Northern Ireland (XI) are in the collection and no states of the Union.
    return module === 'eu_vat' && !/^(EU|XI)/.test(typed) ? [{ expected, typed }] : []
  })
  assert.ok(judged.length > 370, `only ${judged.length} numbers were judged`)
  const otherwise = judged.filter(({ typed, expected }) => readVatNumber(typed).ok !== (expected === 'valid'))
  assert.deepEqual(otherwise, [])
})
