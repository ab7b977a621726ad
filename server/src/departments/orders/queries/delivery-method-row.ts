import { fragment, type Fragment } from '../../../host/database/sql.ts'
import type { DeliveryTariff } from '../../pricing/index.ts'
import type { DeliveryMethod } from '../domain/delivery-method.ts'

export type MethodWithTariffs = DeliveryMethod<DeliveryTariff>

/** A method whole, each rate with its zone; `which` narrows them to the zones of a country. */
export const methodColumns = (which: Fragment = fragment`true`): Fragment => fragment`
  m.code, m.kind, m.names, m.descriptions, m.tax_category AS "taxCategory", m.limits, m.asks_phone AS "asksPhone", m.place,
  (SELECT coalesce(jsonb_agg(r.rate || jsonb_build_object('zone', jsonb_build_object('code', z.code, 'name', z.name,
      'countries', z.countries, 'regions', z.regions, 'postcodes', z.postcodes)) ORDER BY r.n), '[]')
    FROM jsonb_array_elements(m.rates) WITH ORDINALITY AS r(rate, n)
    JOIN orders.delivery_zone z ON z.code = r.rate ->> 'zone' AND ${which}) AS rates`

export const placeJson: Fragment = fragment`jsonb_build_object('locationCode', p.location_code, 'timeZone', p.time_zone,
  'cutOff', p.cut_off, 'weekdays', p.weekdays, 'holidays', p.holidays, 'pickup', p.pickup)`
