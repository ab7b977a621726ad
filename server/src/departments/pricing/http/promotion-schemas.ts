import { Type } from 'typebox'
import { currencySchema, instantSchema } from '../../../host/http/schemas.ts'

const list = (description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 10_000, description })
const closed = { additionalProperties: false }

/** Whole minor units, never negative. */
export const amountSchema = Type.Object(
  { amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }), currency: currencySchema },
  closed,
)
const amounts = Type.Array(amountSchema, {
  minItems: 1,
  maxItems: 50,
  description: 'One amount for each currency that it is offered in; never converted.',
})
export const percentSchema = Type.String({
  pattern: '^\\d{1,3}(\\.\\d{1,4})?$',
  description: 'A percentage as a decimal: "22" or "7.25".',
})
const units = Type.Integer({ minimum: 1, maximum: 100_000 })

const lists = {
  products: Type.Optional(list('Ids of products')),
  variants: Type.Optional(list('Ids of variants')),
  categories: Type.Optional(list('Codes of categories')),
  labels: Type.Optional(list('Labels')),
  brands: Type.Optional(list('Brands')),
  collections: Type.Optional(list('Ids of collections, by rule or by hand')),
}
const goodsSelector = Type.Object(
  { ...lists, except: Type.Optional(Type.Object(lists, closed)), notReduced: Type.Optional(Type.Boolean()) },
  { ...closed, description: 'Goods in any of the lists, all where there is none, without those of `except`.' },
)
const goods = Type.Optional(goodsSelector)

const kind = <Name extends string>(name: Name) => Type.Literal(name)
const conditionSchema = Type.Union([
  Type.Object({ kind: kind('subtotal_at_least'), amounts, goods }, closed),
  Type.Object({ kind: kind('subtotal_at_most'), amounts, goods }, closed),
  Type.Object({ kind: kind('units_at_least'), units, goods }, closed),
  Type.Object({ kind: kind('customer_group'), groups: list('Codes of customer groups') }, closed),
  Type.Object(
    {
      kind: kind('nth_order'),
      orders: Type.Array(Type.Integer({ minimum: 1, maximum: 1_000_000 }), { minItems: 1, maxItems: 100 }),
    },
    closed,
  ),
  Type.Object({ kind: kind('channel'), channels: list('Codes of channels') }, closed),
  Type.Object({ kind: kind('market'), markets: list('Codes of markets') }, closed),
  Type.Object({ kind: kind('country'), countries: list('ISO 3166-1 codes') }, closed),
  Type.Object({ kind: kind('delivery_method'), methods: list('Codes of delivery methods') }, closed),
])

const off = Type.Union([Type.Object({ percent: percentSchema }, closed), Type.Object({ amounts }, closed)])
const times = Type.Optional(units)
const actionSchema = Type.Union([
  Type.Object({ kind: kind('line_percent'), percent: percentSchema, goods }, closed),
  Type.Object({ kind: kind('unit_amount'), amounts, goods, units: Type.Optional(units) }, closed),
  Type.Object({ kind: kind('line_amount'), amounts, goods }, closed),
  Type.Object({ kind: kind('cheapest'), percent: percentSchema, units, goods }, closed),
  Type.Object(
    { kind: kind('buy_get'), buy: units, get: units, percent: percentSchema, goods, getGoods: goods, times },
    closed,
  ),
  Type.Object({ kind: kind('group_price'), units, amounts, goods, times }, closed),
  Type.Object({ kind: kind('gift'), variant: Type.String({ minLength: 1, maxLength: 200 }), units }, closed),
  Type.Object({ kind: kind('order_percent'), percent: percentSchema, goods }, closed),
  Type.Object({ kind: kind('order_amount'), amounts, goods }, closed),
  Type.Object(
    {
      kind: kind('order_tiers'),
      goods,
      tiers: Type.Array(Type.Object({ from: Type.Union([units, amounts]), off }, closed), {
        minItems: 1,
        maxItems: 50,
      }),
    },
    closed,
  ),
  Type.Object({ kind: kind('delivery_percent'), percent: percentSchema }, closed),
  Type.Object({ kind: kind('delivery_amount'), amounts }, closed),
])

/** What a promotion gives and when: the part of it that the shop and the simulator share. */
export const termsSchema = Type.Object(
  {
    conditions: Type.Optional(Type.Array(conditionSchema, { maxItems: 50 })),
    action: actionSchema,
    cap: Type.Optional(amounts),
  },
  closed,
)

/** A promotion as JSON; what each part means stands in domain/promotions/promotion.ts and docs/guides/price-simulator.md. */
export const promotionSchema = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 80 }),
    names: Type.Optional(Type.Record(Type.String(), Type.String())),
    from: Type.Optional(instantSchema),
    until: Type.Optional(instantSchema),
    coupons: Type.Optional(list('Any one of them, entered, makes it apply')),
    conditions: Type.Optional(Type.Array(conditionSchema, { maxItems: 50 })),
    action: actionSchema,
    cap: Type.Optional(amounts),
    limits: Type.Optional(
      Type.Object(
        {
          uses: Type.Optional(Type.Integer()),
          usesOfCustomer: Type.Optional(Type.Integer()),
          budget: Type.Optional(amountSchema),
        },
        closed,
      ),
    ),
    priority: Type.Optional(Type.Integer({ minimum: -1000, maximum: 1000 })),
    stackingClass: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    exclusive: Type.Optional(Type.Boolean()),
  },
  closed,
)
