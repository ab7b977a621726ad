import {
  listDeliveryRecords,
  putDeliveryMethod,
  putDeliveryPlace,
  putDeliveryZone,
} from '../../departments/orders/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'

/** Two islands, by the provinces of their addresses. */
const ISLANDS = {
  code: 'it-isole',
  name: 'Sicilia e Sardegna',
  countries: ['IT'],
  regions: ['AG', 'CA', 'CL', 'CT', 'EN', 'ME', 'NU', 'OR', 'PA', 'RG', 'SR', 'SS', 'SU', 'TP'],
  postcodes: [],
}

const VENICE = {
  locationCode: 'venezia',
  timeZone: 'Europe/Rome',
  cutOff: '12:00',
  weekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-12-08', '2026-12-25', '2027-01-01', '2027-01-06', '2027-03-29', '2027-06-02', '2027-11-01'],
  pickup: {
    name: 'Bottega Laguna',
    street: 'Banchina degli Esempi 7',
    postcode: '30135',
    city: 'Venezia',
    region: 'VE',
    country: 'IT',
    hours: {
      en: 'Monday to Friday, 9 a.m. to 6 p.m.',
      it: 'Dal lunedì al venerdì, ore 9–18',
      es: 'De lunes a viernes, de 9 a 18 h',
      id: 'Senin sampai Jumat, pukul 9–18',
    },
  },
}

/** When parcels leave Venice, what is collected there, and what the islands and heavy parcels cost. Once, however often it is run. */
export async function loadDelivery(ctx: Context): Promise<Result<void>> {
  const zone = await putDeliveryZone(ctx, { zone: ISLANDS, version: undefined })
  if (!zone.ok) return zone.refusal.code === 'host.version_required' ? ok() : zone
  const place = await putDeliveryPlace(ctx, { place: VENICE, version: undefined })
  if (!place.ok) return place
  await ctx.tx.flush()
  for (const { version, position: _position, rates, ...method } of await listDeliveryRecords(ctx.tx)) {
    const plain = rates.map((rate) => ({ ...rate, zone: rate.zone.code }))
    const changed = changeOf(method.code, plain)
    if (!changed) continue
    const put = await putDeliveryMethod(ctx, { method: { ...method, rates: plain, ...changed }, version })
    if (!put.ok) return put
  }
  return ok()
}

type Rates = Parameters<typeof putDeliveryMethod>[1]['method']['rates']

function changeOf(code: string, rates: Rates) {
  if (code === 'standard-it') {
    const islands = {
      zone: ISLANDS.code,
      minDays: 3,
      maxDays: 6,
      tariffs: {
        EUR: {
          by: 'weight' as const,
          brackets: [
            { upTo: 5000, price: 790 },
            { upTo: null, price: 1290 },
          ],
          freeFrom: 12_000,
        },
      },
    }
    return { rates: [...rates, islands] }
  }
  if (code === 'express-it') return { limits: { maxWeightGrams: 20_000 } }
  // The courier calls before coming.
  if (code === 'express-id') return { asksPhone: true }
  return code === 'pickup-venezia' ? { kind: 'pickup' as const, place: VENICE.locationCode } : undefined
}
