import { Type, type Static } from 'typebox'
import { instantSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { moneyFromJson } from '../../../kernel/money.ts'
import type { PromotionWish } from '../domain/promotions/promotion-draft.ts'
import { amountSchema, termsSchema } from './promotion-schemas.ts'

export const limitsSchema = Type.Object(
  {
    mostUses: nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    mostUsesOfCustomer: nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    budget: nullable(amountSchema),
  },
  { additionalProperties: false },
)

/** A promotion as people put it together. */
export const promotionDraftSchema = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Z0-9][A-Z0-9_-]{0,39}$', description: "The shop's own word for it; unique." }),
    names: textsSchema,
    needsCoupon: Type.Boolean({ description: 'Applies to whoever enters one of its coupons; else by itself.' }),
    beginsAt: nullable(instantSchema),
    endsAt: nullable(instantSchema),
    terms: termsSchema,
    limits: Type.Optional(limitsSchema),
    priority: Type.Optional(Type.Integer({ minimum: -1000, maximum: 1000 })),
    stackingClass: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$' })),
    exclusive: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

export function wishOf({
  limits,
  beginsAt,
  endsAt,
  priority,
  stackingClass,
  exclusive,
  ...body
}: Static<typeof promotionDraftSchema>): PromotionWish {
  return {
    ...body,
    names: Object.fromEntries(Object.entries(body.names).filter(([, text]) => text !== '')) as Record<string, string>,
    terms: { ...body.terms, conditions: body.terms.conditions ?? [] },
    beginsAt: beginsAt === null ? null : new Date(beginsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    limits: {
      mostUses: limits?.mostUses ?? null,
      mostUsesOfCustomer: limits?.mostUsesOfCustomer ?? null,
      budget: limits?.budget ? moneyFromJson(limits.budget) : null,
    },
    priority,
    stackingClass,
    exclusive,
  }
}
