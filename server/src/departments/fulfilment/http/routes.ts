import { Type } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, nullable } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { orderPlace, parcelPlace } from '../queries/parcel-place.ts'
import { parcelsList } from '../queries/parcels-list.ts'
import { moveParcel, trackParcel } from '../use-cases/change-parcel.ts'
import { packOrder } from '../use-cases/pack-order.ts'
import { recogniseTracking } from '../use-cases/read-tracking.ts'
import { viewParcelsOf, type ViewedParcel } from '../use-cases/view-parcels.ts'
import {
  listedParcelSchema,
  moveBody,
  packBody,
  parcelsOfOrderSchema,
  recognisedSchema,
  trackingBody,
} from './schemas.ts'

const ofOrder = { own: 'any', withinScope: orderPlace, params: idParams } as const
const ofParcel = { own: 'any', withinScope: parcelPlace, params: idParams } as const

export const routes: readonly Route[] = [
  ...listRoutes(parcelsList, {
    path: '/parcels',
    permission: 'fulfilment:read',
    summary: 'Parcels, the newest first',
    item: listedParcelSchema,
  }),
  query({
    method: 'GET',
    path: '/orders/:id/parcels',
    operationId: 'listOrderParcels',
    summary: 'The parcels of an order, what is left to send, and what may be done now',
    permission: 'fulfilment:read',
    ...ofOrder,
    response: parcelsOfOrderSchema,
    answer: async (call, { params }) => {
      const view = await viewParcelsOf(call.house.database, params.id, call.house.clock.now())
      if (!view.ok) return view
      const { parcels, left, locations, possible } = view.value
      return ok({
        items: parcels.map((parcel) => presentParcel(call, parcel)),
        left: [...left],
        locations: [...locations],
        allowedActions: allowedActions(call, possible),
      })
    },
  }),
  command({
    method: 'POST',
    path: '/orders/:id/parcels',
    operationId: 'packParcel',
    summary: 'Put pieces of an order into a parcel, and ship it',
    description:
      'Only what is paid or cleared, not held, and not in another parcel. Its pieces leave the shelf at once.',
    permission: 'fulfilment:ship',
    ...ofOrder,
    idempotent: true,
    status: 201,
    body: packBody,
    response: Type.Object({ id: idSchema, label: Type.String(), state: Type.String() }),
    command: (ctx, { params, body: { location, ...body } }) =>
      packOrder(ctx, { orderId: params.id, locationCode: location, ...body }),
  }),
  command({
    method: 'POST',
    path: '/parcels/:id/facts',
    operationId: 'recordParcelFact',
    summary: 'What happened to a parcel: it goes, arrives, gets lost, comes back, or never really went',
    permission: 'fulfilment:ship',
    ...ofParcel,
    idempotent: true,
    status: 201,
    body: moveBody,
    response: Type.Object({ state: Type.String() }),
    command: (ctx, { params, body }) => moveParcel(ctx, { parcelId: params.id, ...body }),
  }),
  command({
    method: 'PUT',
    path: '/parcels/:id/tracking',
    operationId: 'putParcelTracking',
    summary: 'Who carries a parcel, and under which number',
    description: 'Carrier and link are filled in where the number is of one carrier alone.',
    permission: 'fulfilment:ship',
    ...ofParcel,
    body: trackingBody,
    response: Type.Object({ carrier: nullable(Type.String()), trackingUrl: nullable(Type.String()) }),
    command: (ctx, { params, body }) => trackParcel(ctx, { parcelId: params.id, ...body }),
  }),
  query({
    method: 'GET',
    path: '/tracking-numbers/:number',
    operationId: 'recogniseTracking',
    summary: 'Which carriers have tracking numbers of this form',
    permission: 'fulfilment:read',
    own: 'none',
    withinScope: 'narrowed',
    params: Type.Object({ number: Type.String({ minLength: 1, maxLength: 60 }) }),
    response: recognisedSchema,
    answer: async (_call, { params }) => ok({ items: recogniseTracking(params.number) }),
  }),
]

function presentParcel(call: Call, { possible, facts, lines, ...parcel }: ViewedParcel) {
  const { id, number, label, state, carrier, trackingNumber, trackingUrl, deliveredOn } = parcel
  return {
    id,
    number,
    label,
    state,
    carrier,
    trackingNumber,
    trackingUrl,
    deliveredOn,
    location: parcel.locationCode,
    madeAt: parcel.madeAt.toISOString(),
    shippedAt: parcel.shippedAt?.toISOString() ?? null,
    leavesAt: parcel.leavesAt?.toISOString() ?? null,
    lines: [...lines],
    facts: facts.map(({ fact, note, at }) => ({ fact, note, at })),
    allowedActions: allowedActions(call, possible),
  }
}
