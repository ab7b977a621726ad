import { putZone, setTaxRates } from '../../departments/tax/index.ts'
import type { Context } from '../../host/context.ts'
import { percent } from '../../kernel/rate.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { localDate } from '../../kernel/time.ts'

const ZONES = [
  {
    zone: { code: 'livigno', name: 'Livigno', country: 'IT', regions: [], postcodes: ['23041'], instead: true },
    rates: [
      ['standard', 'vat', '0'],
      ['reduced_books', 'vat', '0'],
    ],
    source: 'DPR 633/1972 art. 7',
    from: '1973-01-01',
  },
  {
    zone: {
      code: 'canarias',
      name: 'Canarias',
      country: 'ES',
      regions: [],
      postcodes: ['35000-35999', '38000-38999'],
      instead: true,
    },
    rates: [
      ['standard', 'igic', '7'],
      ['reduced_books', 'igic', '0'],
    ],
    source: 'Ley 20/1991 art. 51',
    from: '2020-01-01',
  },
] as const

/** Places that the village sends to and that are taxed otherwise than their country. Once, however often it is run. */
export async function loadTaxZones(ctx: Context): Promise<Result<void>> {
  for (const { zone, rates, source, from } of ZONES) {
    const put = await putZone(ctx, { zone: { ...zone, postcodes: [...zone.postcodes] }, version: undefined })
    if (!put.ok && put.refusal.code !== 'host.version_required') return put
    const set = await setTaxRates(
      ctx,
      rates.map(([category, tax, text]) => ({
        country: zone.country,
        zone: zone.code,
        category,
        tax,
        percent: percent(text),
        validFrom: localDate(from),
        source,
      })),
    )
    if (!set.ok) return set
  }
  return ok()
}
