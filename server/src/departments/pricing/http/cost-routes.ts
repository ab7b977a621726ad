import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { money, moneyToJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { listCostHistory } from '../queries/load-costs.ts'
import { setCosts } from '../use-cases/set-costs.ts'

const costBody = Type.Object({
  amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
})

export const costRoutes: readonly Route[] = [
  command({
    method: 'PUT',
    path: '/costs',
    operationId: 'setCosts',
    summary: 'Set what variants cost the house',
    description: 'In the currency of the legal person; `null` takes a cost away. What it was is kept.',
    permission: 'pricing:costs',
    own: 'any',
    idempotent: true,
    body: Type.Object({
      costs: Type.Array(
        Type.Object({
          variantId: idSchema,
          cost: nullable(costBody),
          entity: Type.Optional(
            Type.String({
              maxLength: 40,
              description: 'Code of the legal person; that of the first market unless told.',
            }),
          ),
        }),
        { minItems: 1, maxItems: 500 },
      ),
    }),
    response: Type.Object({ changed: Type.Integer() }),
    command: (ctx, { body }) =>
      setCosts(
        ctx,
        body.costs.map(({ variantId, cost, entity }) => ({
          variantId,
          cost: cost ? money(cost.amount, cost.currency) : undefined,
          entityCode: entity,
        })),
      ),
  }),
  query({
    method: 'GET',
    path: '/variants/:id/costs',
    operationId: 'listVariantCosts',
    summary: 'What a variant cost, and from when until when',
    permission: 'pricing:costs',
    own: 'any',
    params: idParams,
    response: Type.Object({
      items: Type.Array(
        Type.Object({ entity: Type.String(), cost: moneySchema, from: instantSchema, until: nullable(instantSchema) }),
      ),
    }),
    answer: async ({ house }, { params }) => {
      const past = await listCostHistory(house.database, params.id)
      return ok({
        items: past.map(({ entityCode, from, until, amount, currency }) => ({
          entity: entityCode,
          cost: moneyToJson(money(amount, currency)),
          from: from.toISOString(),
          until: until?.toISOString() ?? null,
        })),
      })
    },
  }),
]
