import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { readTogether } from '../queries/bought-together.ts'
import { readRelated } from '../queries/related.ts'
import { putRelated } from '../use-cases/put-related.ts'
import { putTogetherWishes } from '../use-cases/put-together-wishes.ts'
import { MOST_RELATED, MOST_WISHES, RELATED_KINDS, TOGETHER_WISHES } from '../use-cases/related-words.ts'
import { pickedProduct } from './collection-schemas.ts'
import { presentPicked } from './present-picked.ts'

const kind = Type.Enum([...RELATED_KINDS], {
  description:
    'accessory and cross_sell go with the product; up_sell (a better one) and substitute are bought instead of it.',
})
const bothWays = Type.Boolean({ description: 'Holds for the page of the other product too.' })
const relatedSchema = Type.Object({ kind, bothWays, ...pickedProduct.properties })

const wish = Type.Enum([...TOGETHER_WISHES], { description: 'pinned stands first, excluded is never shown.' })
const wishesToWrite = Type.Object(
  {
    wishes: Type.Array(Type.Object({ productId: idSchema, wish }, { additionalProperties: false }), {
      maxItems: MOST_WISHES,
      description: 'Those that are pinned stand in this order.',
    }),
  },
  { additionalProperties: false },
)

const relationsToWrite = Type.Object(
  {
    relations: Type.Array(Type.Object({ kind, productId: idSchema, bothWays }, { additionalProperties: false }), {
      maxItems: 2 * RELATED_KINDS.length * MOST_RELATED,
      description: `In their order; ${MOST_RELATED} of a kind at most.`,
    }),
  },
  { additionalProperties: false },
)

export const relatedRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/products/:id/related',
    operationId: 'listRelatedProducts',
    summary: 'What goes with a product, and what may be bought instead of it',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    params: idParams,
    response: Type.Object({
      version: Type.Integer({ description: 'Of the product.' }),
      relations: Type.Array(relatedSchema, {
        description: 'Said of the product itself, kind by kind, in their order.',
      }),
      fromOthers: Type.Array(relatedSchema, { description: 'Said of the other product, both ways.' }),
    }),
    etag: 'version',
    answer: async ({ house, locale }, { params }) => {
      const found = await readRelated(house.database, params.id)
      if (!found.ok) return found
      const { version, relations, fromOthers } = found.value
      const present = presentPicked(locale)
      return ok({ version, relations: relations.map(present), fromOthers: fromOthers.map(present) })
    },
  }),
  command({
    method: 'PUT',
    path: '/products/:id/related',
    operationId: 'putRelatedProducts',
    summary: 'Says all that is related to a product, instead of what was said before',
    description: 'Send the version of the product that you read in `If-Match`.',
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    body: relationsToWrite,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putRelated(ctx, { productId: params.id, version: ifMatch, relations: body.relations }),
  }),
  query({
    method: 'GET',
    path: '/products/:id/bought-together',
    operationId: 'listBoughtTogether',
    summary: 'What stands most often in the same orders as a product, and what people wish of it',
    description:
      'Of the last 1,000 paid orders with the product, without those that were refunded whole. Counted anew every few minutes, and kept from three orders on that are at least one in fifty.',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    params: idParams,
    response: Type.Object({
      version: Type.Integer({ description: 'Of the product.' }),
      orders: Type.Integer({ description: 'With the product, that were looked at.' }),
      countedAt: nullable(instantSchema),
      items: Type.Array(
        Type.Object({
          ...pickedProduct.properties,
          together: nullable(Type.Integer({ description: 'Orders with both.' })),
          wish: nullable(wish),
        }),
      ),
    }),
    etag: 'version',
    answer: async ({ house, locale }, { params }) => {
      const found = await readTogether(house.database, params.id)
      if (!found.ok) return found
      const { version, orders, countedAt, items } = found.value
      return ok({
        version,
        orders,
        countedAt: countedAt?.toISOString() ?? null,
        items: items.map(presentPicked(locale)),
      })
    },
  }),
  command({
    method: 'PUT',
    path: '/products/:id/bought-together',
    operationId: 'putBoughtTogether',
    summary:
      'Says which of the things bought together stand first and which are never shown, instead of what was said before',
    description: 'Send the version of the product that you read in `If-Match`.',
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    body: wishesToWrite,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putTogetherWishes(ctx, { productId: params.id, version: ifMatch, wishes: body.wishes }),
  }),
]
