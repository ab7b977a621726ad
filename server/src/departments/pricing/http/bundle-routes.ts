import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { idSchema, moneySchema } from '../../../host/http/schemas.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { bundleToWrite, previewBundle, type BundleToPreview } from '../use-cases/preview-bundle.ts'

export const bundleRoutes: readonly Route[] = [
  query({
    method: 'POST',
    path: '/bundle-previews',
    operationId: 'previewBundle',
    summary: 'What a bundle would cost as it is being built, and how many there are',
    description: 'At its usual choices, before price lists, promotions and taxes. Nothing is kept.',
    permission: 'pricing:read',
    own: 'any',
    body: Type.Object({
      bundle: bundleToWrite,
      variantId: idSchema,
      market: Type.Optional(Type.String({ maxLength: 40, description: 'The first one unless told.' })),
    }),
    response: Type.Object({
      market: Type.String(),
      price: moneySchema,
      own: moneySchema,
      available: Type.Integer(),
      components: Type.Array(
        Type.Object({
          variantId: idSchema,
          quantity: Type.Integer(),
          own: moneySchema,
          share: moneySchema,
          available: Type.Integer(),
        }),
      ),
    }),
    answer: async ({ house }, { body }) => {
      const found = await previewBundle(house.database, { ...body, bundle: body.bundle as BundleToPreview['bundle'] })
      if (!found.ok) return found
      const { market, price, own, available, components } = found.value
      return ok({
        market,
        price: moneyToJson(price),
        own: moneyToJson(own),
        available,
        components: components.map((one) => ({ ...one, own: moneyToJson(one.own), share: moneyToJson(one.share) })),
      })
    },
  }),
]
