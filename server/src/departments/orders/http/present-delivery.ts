import type { Static } from 'typebox'
import type { DeliveryRecord, PlaceRecord, ZoneRecord } from '../queries/list-delivery-records.ts'
import type { methodSchema, placeSchema, zoneSchema } from './delivery-schemas.ts'

/** With its zones by their codes. */
export function presentMethod({ rates, ...method }: DeliveryRecord) {
  return { ...method, rates: rates.map((rate) => ({ ...rate, zone: rate.zone.code })) } as Static<typeof methodSchema>
}

export const presentZone = (zone: ZoneRecord) => zone as Static<typeof zoneSchema>

export const presentPlace = ({ locationCode: code, ...place }: PlaceRecord) =>
  ({ code, ...place }) as Static<typeof placeSchema>
