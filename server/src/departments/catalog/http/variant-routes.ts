import { Type } from 'typebox'
import { command, type Route } from '../../../host/http/route.ts'
import { idSchema, nullable } from '../../../host/http/schemas.ts'
import { changeVariants } from '../use-cases/change-variants.ts'

const MOST_AT_ONCE = 500

export const variantRoutes: readonly Route[] = [
  command({
    method: 'PATCH',
    path: '/variants',
    operationId: 'changeVariants',
    summary: 'Change barcodes and weights of many variants, all or none',
    description:
      'What is left out stays; `gtin: null` takes a barcode away. Each product that changes gets one version and one entry in the trail.',
    permission: 'catalog:write',
    own: 'any',
    idempotent: true,
    body: Type.Object(
      {
        variants: Type.Array(
          Type.Object(
            {
              variantId: idSchema,
              gtin: Type.Optional(
                nullable(Type.String({ maxLength: 40, description: '8, 12, 13 or 14 digits, with the check digit.' })),
              ),
              weightGrams: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
            },
            { additionalProperties: false },
          ),
          { minItems: 1, maxItems: MOST_AT_ONCE },
        ),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ changed: Type.Integer({ description: 'Variants that changed.' }) }),
    command: (ctx, { body }) => changeVariants(ctx, body.variants),
  }),
]
