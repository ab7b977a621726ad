import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { ok } from '../../../kernel/result.ts'
import { listDeliveryPlaces, listDeliveryRecords, listDeliveryZones } from '../queries/list-delivery-records.ts'
import { putDeliveryMethod } from '../use-cases/put-delivery-method.ts'
import { putDeliveryPlace } from '../use-cases/put-delivery-place.ts'
import { putDeliveryZone } from '../use-cases/put-delivery-zone.ts'
import { tryDelivery } from '../use-cases/try-delivery.ts'
import {
  codeParams,
  methodBody,
  methodSchema,
  placeBody,
  placeSchema,
  trialBody,
  trialSchema,
  zoneBody,
  zoneSchema,
} from './delivery-schemas.ts'
import { presentMethod, presentPlace, presentZone } from './present-delivery.ts'
import { presentTrial } from './present-delivery-trial.ts'

const versionSchema = Type.Object({ version: Type.Integer() })

export const deliveryRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/delivery-methods',
    operationId: 'listDeliveryMethods',
    summary: 'Ways of delivery, in the shop’s order, also those not offered now',
    permission: 'orders:read',
    own: 'any',
    response: Type.Object({ items: Type.Array(methodSchema) }),
    answer: async ({ house }) => {
      return ok({ items: (await listDeliveryRecords(house.database)).map(presentMethod) })
    },
  }),
  command({
    method: 'PUT',
    path: '/delivery-methods/:code',
    operationId: 'putDeliveryMethod',
    summary: 'Make a way of delivery, or change it (If-Match: version)',
    permission: 'orders:write',
    own: 'any',
    params: codeParams,
    body: methodBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) => {
      const { position, active = true, kind = 'carriage', limits = {}, place = null, ...said } = body
      const method = { code: params.code, ...said, kind, limits, place, active }
      return putDeliveryMethod(ctx, { method, position, version: ifMatch })
    },
  }),
  query({
    method: 'GET',
    path: '/delivery-zones',
    operationId: 'listDeliveryZones',
    summary: 'Where goods are delivered: countries and parts of them',
    permission: 'orders:read',
    own: 'any',
    response: Type.Object({ items: Type.Array(zoneSchema) }),
    answer: async ({ house }) => ok({ items: (await listDeliveryZones(house.database)).map(presentZone) }),
  }),
  command({
    method: 'PUT',
    path: '/delivery-zones/:code',
    operationId: 'putDeliveryZone',
    summary: 'Make a zone of delivery, or change it (If-Match: version)',
    permission: 'orders:write',
    own: 'any',
    params: codeParams,
    body: zoneBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body: { position, ...zone } }, { ifMatch }) =>
      putDeliveryZone(ctx, { zone: { code: params.code, ...zone }, position, version: ifMatch }),
  }),
  query({
    method: 'GET',
    path: '/delivery-places',
    operationId: 'listDeliveryPlaces',
    summary: 'When parcels leave each location, and where people collect',
    permission: 'orders:read',
    own: 'any',
    response: Type.Object({ items: Type.Array(placeSchema) }),
    answer: async ({ house }) => ok({ items: (await listDeliveryPlaces(house.database)).map(presentPlace) }),
  }),
  command({
    method: 'PUT',
    path: '/delivery-places/:code',
    operationId: 'putDeliveryPlace',
    summary: 'Say when parcels leave a location, and whether people collect there (If-Match: version)',
    permission: 'orders:write',
    own: 'any',
    params: codeParams,
    body: placeBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putDeliveryPlace(ctx, { place: { locationCode: params.code, ...body }, version: ifMatch }),
  }),
  query({
    method: 'POST',
    path: '/delivery-trials',
    operationId: 'tryDelivery',
    summary: 'Which ways there are to a place for a parcel, at which price, and why not the others',
    permission: 'orders:read',
    own: 'any',
    body: trialBody,
    response: trialSchema,
    answer: async ({ house, locale }, { body }) => {
      const tried = await tryDelivery(house.database, body, house.clock.now())
      return tried.ok ? ok(presentTrial(tried.value, locale, house.translations.for(locale))) : tried
    },
  }),
]
