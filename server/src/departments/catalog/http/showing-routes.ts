import { Type, type Static } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import type { PlaceDraft } from '../domain/showing.ts'
import { listPlaces } from '../queries/showings.ts'
import { PLACE_STATES, viewPlaces } from '../queries/view-places.ts'
import { MOST_PLACED, placeProducts, putShowing } from '../use-cases/put-showing.ts'
import { bulkTarget, idsOf, leftOutSchema, presentLeftOut } from './bulk-target.ts'
import { completenessSchema } from './definition-schemas.ts'

const codeSchema = Type.String({ minLength: 1, maxLength: 40 })
const localTime = nullable(
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$',
    description: 'By the clock of the market, summer and winter: 2026-12-01T00:00:00.',
  }),
)

const placeToPut = Type.Object(
  {
    channel: codeSchema,
    market: codeSchema,
    shown: Type.Boolean(),
    begins: Type.Optional(localTime),
    ends: Type.Optional(localTime),
  },
  { additionalProperties: false },
)

const placeSchema = Type.Object({
  channel: Type.String(),
  market: Type.String(),
  named: Type.Boolean({ description: 'Said for this place, not for all that are not named.' }),
  shown: Type.Boolean(),
  begins: localTime,
  ends: localTime,
  beginsAt: nullable(instantSchema),
  endsAt: nullable(instantSchema),
  timeZone: Type.String(),
  language: Type.String(),
  state: Type.Enum([...PLACE_STATES]),
  percent: Type.Integer({ description: 'How complete the product is for the channel in the language of the market.' }),
  blocked: Type.Boolean({ description: 'What the shop asks for there is missing.' }),
})

const placesSchema = Type.Object({
  version: Type.Integer({ description: '0 where nobody said anything yet: shown everywhere.' }),
  published: Type.Boolean({ description: 'A draft is shown nowhere.' }),
  elsewhere: Type.Boolean({ description: 'Whether it is shown in the places that are not named.' }),
  needed: Type.Integer({ description: 'In per cent; 0 where places are not judged.' }),
  items: Type.Array(placeSchema),
  channels: Type.Array(Type.Object({ channel: Type.String(), completeness: completenessSchema })),
})

const manyBody = Type.Object(
  {
    ...bulkTarget,
    channels: Type.Array(codeSchema, { minItems: 1, maxItems: 50, uniqueItems: true }),
    markets: Type.Array(codeSchema, { minItems: 1, maxItems: 100, uniqueItems: true }),
    shown: Type.Boolean(),
    begins: Type.Optional(localTime),
    ends: Type.Optional(localTime),
    dryRun: Type.Optional(Type.Boolean({ description: 'Change nothing, tell what would happen.' })),
  },
  { additionalProperties: false },
)

export const showingRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/products/places',
    operationId: 'listProductPlaces',
    summary: 'The channels and markets in which products can be shown',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    response: Type.Object({
      channels: Type.Array(Type.String()),
      markets: Type.Array(Type.Object({ code: Type.String(), language: Type.String(), timeZone: Type.String() })),
    }),
    answer: async ({ house }) => {
      const { channels, markets } = await listPlaces(house.database)
      return ok({ channels: [...channels], markets: [...markets] })
    },
  }),
  query({
    method: 'GET',
    path: '/products/:id/places',
    operationId: 'getProductPlaces',
    summary: 'In which channels and markets a product is shown, from when until when, and how complete it is for each',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    params: idParams,
    response: placesSchema,
    etag: 'version',
    answer: async ({ house }, { params }) => {
      const view = await viewPlaces(house.database, params.id, house.clock.now())
      return view.ok ? ok(view.value as unknown as Static<typeof placesSchema>) : view
    },
  }),
  command({
    method: 'PUT',
    path: '/products/:id/places',
    operationId: 'putProductPlaces',
    summary: 'Say where a product is shown and when (If-Match: version)',
    description:
      'Places that are not named follow `elsewhere`. Where it is shown anew or longer, others may have to agree, as with publishing.',
    permission: 'catalog:publish',
    own: 'any',
    params: idParams,
    body: Type.Object(
      { elsewhere: Type.Boolean(), places: Type.Array(placeToPut, { maxItems: 1_000 }) },
      { additionalProperties: false },
    ),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body: { elsewhere, places } }, { ifMatch }) =>
      putShowing(ctx, {
        productId: params.id,
        showing: { elsewhere, places: places.map(draftOf) },
        version: ifMatch,
      }),
  }),
  command({
    method: 'POST',
    path: '/products/places',
    operationId: 'placeProducts',
    summary: 'Show many products in some channels and markets, or hide them there; rehearsed or made',
    description:
      'Name the products by `ids` or by `selection`, a thousand at most. Other places stay as they are. Those that refuse are left out and named.',
    permission: 'catalog:publish',
    own: 'any',
    idempotent: true,
    body: manyBody,
    response: Type.Object({
      count: Type.Integer({ description: 'Products that were meant.' }),
      changes: Type.Integer({ description: 'Of them those that change.' }),
      refusals: Type.Array(leftOutSchema, { description: 'Those that are left out, each with its reason.' }),
    }),
    command: async (ctx, { body }, call) => {
      const ids = await idsOf(ctx, body, call, MOST_PLACED)
      if (!ids.ok) return ids
      const { channels, markets, shown, begins = null, ends = null, dryRun = false } = body
      const placed = await placeProducts(ctx, { ids: ids.value, channels, markets, shown, begins, ends, dryRun })
      if (!placed.ok) return placed
      const { count, changes, leftOut } = placed.value
      return ok({ count, changes, refusals: leftOut.map((one) => presentLeftOut(one, call)) })
    },
  }),
]

function draftOf({ begins = null, ends = null, ...place }: Static<typeof placeToPut>): PlaceDraft {
  return { ...place, begins, ends }
}
