import { parse } from 'csv-parse/sync'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { currencyTable } from './currency-table.ts'

interface SourceRow {
  readonly AlphabeticCode: string
  readonly MinorUnit: string
  readonly WithdrawalDate: string
}

const fixtures = process.env['FONDACO_FIXTURES']
const source = 'places/iso4217-codes-all.csv'

test('the currency table says what ISO 4217 says', (t) => {
  if (!fixtures) {
    assert.notEqual(process.env['CI'], 'true', `FONDACO_FIXTURES is not set, so ${source} cannot be read`)
    t.skip(`needs ${source} in the folder that FONDACO_FIXTURES names`)
    return
  }
  const rows: SourceRow[] = parse(readFileSync(join(fixtures, source)), { columns: true, bom: true })
  const current = rows.filter((row) => row.AlphabeticCode && !row.WithdrawalDate && /^[0-9]$/.test(row.MinorUnit))
  const expected = new Map(current.map((row) => [row.AlphabeticCode, Number(row.MinorUnit)]))
  assert.ok(expected.size > 150, 'the source looks cut')
  assert.deepEqual(new Map(currencyTable), new Map([...expected].sort(([a], [b]) => (a < b ? -1 : 1))))
})
