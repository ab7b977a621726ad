import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { inLanguage } from '../queries/localised.ts'
import { readRelated, type RelatedView } from '../queries/related.ts'
import { putRelated } from '../use-cases/put-related.ts'
import { MOST_RELATED, RELATED_KINDS } from '../use-cases/related-words.ts'
import { pickedProduct } from './collection-schemas.ts'

const kind = Type.Enum([...RELATED_KINDS], {
  description:
    'accessory and cross_sell go with the product; up_sell (a better one) and substitute are bought instead of it.',
})
const bothWays = Type.Boolean({ description: 'Holds for the page of the other product too.' })
const relatedSchema = Type.Object({ kind, bothWays, ...pickedProduct.properties })

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
      const present = (rows: RelatedView['relations']) =>
        rows.map(({ names, state, ...row }) => ({
          ...row,
          name: inLanguage(names, locale),
          published: state === 'published',
        }))
      return ok({ version, relations: present(relations), fromOthers: present(fromOthers) })
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
]
