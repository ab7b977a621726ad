import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fixture } from '../../../../tests/fixtures/fixtures.ts'
import { percent, percentText } from '../../kernel/rate.ts'
import { addDays, localDate } from '../../kernel/time.ts'
import { must } from '../../testing/scene.ts'
import { createTestHouse } from '../../testing/test-house.ts'
import { putZone, saleTaxes, setTaxRates, type TaxRate } from './index.ts'

interface Period {
  readonly effective_from: string
  readonly rates: { readonly standard: number }
  readonly exceptions?: readonly { readonly name: string; readonly postcode: string; readonly standard?: number }[]
}

/** Rates of the states of the Union with their first days and exceptions (ibericode/vat-rates, MIT). */
const published = fixture('tax/eu-vat-rates-ibericode.json')

test(
  'every state’s published rate is in force from its first day to the day before the next',
  { skip: published.skip },
  async () => {
    const { items } = JSON.parse(readFileSync(published.path, 'utf8')) as { items: Record<string, readonly Period[]> }
    const house = await createTestHouse()
    const rates: TaxRate[] = []
    const expected: [country: string, on: string, percent: string][] = []
    for (const [country, periods] of Object.entries(items)) {
      const dated = [...periods].sort((a, b) => (a.effective_from < b.effective_from ? -1 : 1))
      for (const [index, { effective_from, rates: published }] of dated.entries()) {
        const from = localDate(effective_from < '1970' ? '1970-01-01' : effective_from)
        const next = dated[index + 1]?.effective_from
        const rate = percent(String(published.standard))
        const last = next === undefined ? undefined : addDays(localDate(next), -1)
        rates.push({
          country,
          category: 'standard',
          percent: rate,
          validFrom: from,
          source: 'published',
          ...(last && { validTo: last }),
        })
        expected.push([country, from, percentText(rate)], [country, last ?? '2026-11-22', percentText(rate)])
      }
    }
    must(await house.run((ctx) => setTaxRates(ctx, rates)))
    const told = async (country: string, on: string, postcode?: string) => {
      const place = { country, ...(postcode && { postcode }) }
      const { sale } = await saleTaxes(house.database, { market: '', home: country, place, on: localDate(on) })
      const rate = sale.taxRates.get('standard')
      return rate && 'ppm' in rate ? percentText(rate) : undefined
    }
    assert.ok(expected.length > 60, 'else the file has changed its shape')
    for (const [country, on, wanted] of expected) assert.equal(await told(country, on), wanted, `${country} on ${on}`)

    // Those of one postcode or of none but digits, as a zone says them.
    const exceptions = Object.entries(items).flatMap(([country, periods]) =>
      (periods[0]?.exceptions ?? [])
        .filter(({ postcode, standard }) => /^\d+$/.test(postcode) && standard !== undefined)
        .map((one) => ({ country, ...one })),
    )
    assert.ok(exceptions.some(({ name }) => name === 'Livigno'))
    for (const [index, { country, name, postcode, standard }] of exceptions.entries()) {
      const zone = { code: `z${index}`, name, country, regions: [], postcodes: [postcode], instead: true }
      const rate = { country, zone: zone.code, category: 'standard', percent: percent(String(standard)) }
      must(await house.run((ctx) => putZone(ctx, { zone, version: undefined })))
      must(
        await house.run((ctx) =>
          setTaxRates(ctx, [{ ...rate, validFrom: localDate('1970-01-01'), source: 'published' }]),
        ),
      )
      assert.equal(await told(country, '2026-11-22', postcode), String(standard), name)
      assert.notEqual(await told(country, '2026-11-22', '99999'), undefined, `the rest of ${country}`)
    }
  },
)
