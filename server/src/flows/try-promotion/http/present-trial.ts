import { Type } from 'typebox'
import { presentPriced, type PricedBasket, type TriedSale } from '../../../departments/pricing/index.ts'
import type { Call } from '../../../host/http/route.ts'
import { idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { mostSold, type TrialReport } from '../read-trial.ts'

const count = Type.Integer()
const byCurrency = Type.Record(Type.String(), Type.Integer(), { description: 'Whole minor units by currency.' })

export const trialSchema = Type.Object({
  id: idSchema,
  promotionId: nullable(idSchema),
  code: Type.String(),
  state: Type.String({ description: 'running, stopped or done' }),
  since: instantSchema,
  until: instantSchema,
  startedAt: instantSchema,
  looked: count,
  toLookAt: count,
  changed: Type.Array(Type.String(), {
    description: 'What has changed since it was tried: `promotion`, or `others` that ran in its period.',
  }),
  orders: count,
  unpriced: Type.Integer({ description: 'Orders that could not be priced again.' }),
  unlike: Type.Integer({ description: 'Orders whose price, reckoned anew without it, is not what was paid.' }),
  baskets: count,
  nearBaskets: Type.Integer({ description: 'Baskets short of the value of goods by a tenth at most.' }),
  currencies: Type.Array(
    Type.Object({
      redemptions: count,
      discount: moneySchema,
      revenueBefore: moneySchema,
      revenueAfter: moneySchema,
      basketRedemptions: count,
      basketDiscount: moneySchema,
      margin: nullable(
        Type.Object(
          {
            before: moneySchema,
            after: moneySchema,
            costed: Type.Integer({ description: 'Pieces sold whose cost is known.' }),
            uncosted: Type.Integer({ description: 'Pieces sold whose cost is not: they are in neither margin.' }),
          },
          { description: 'Goods without tax and after promotions, less their cost; null for who may not see costs.' },
        ),
      ),
    }),
    { description: 'Revenue is without tax, goods and delivery together.' },
  ),
  days: Type.Array(Type.Object({ day: Type.String(), orders: count, redemptions: count })),
  because: Type.Array(Type.Object({ because: Type.String(), orders: count }), {
    description: 'Why it did not apply, the most frequent first.',
  }),
  displaced: Type.Array(Type.Object({ promotion: Type.String(), sales: count, amounts: byCurrency }), {
    description: 'Promotions that gave less beside it, or nothing more.',
  }),
  products: Type.Array(
    Type.Object({
      variantId: Type.String(),
      sku: Type.String(),
      name: Type.String(),
      units: count,
      amounts: byCurrency,
      left: Type.Integer({ description: 'Of it that can be sold today, in all places that sell.' }),
    }),
  ),
  gifts: nullable(Type.Object({ units: count, left: Type.Integer({ description: 'Of it that can be sold today.' }) })),
  needsCoupon: Type.Boolean({ description: 'Then it was tried as if everybody had entered the coupon.' }),
  samples: Type.Array(
    Type.Object({ number: count, at: instantSchema, before: moneySchema, after: moneySchema, discount: moneySchema }),
  ),
})

export function presentTrial({ trial, changed, left, giftsLeft }: TrialReport, seesCosts: boolean) {
  const { tally, draft } = trial
  const money = (amount: number, currency: string) => ({ amount, currency })
  return {
    id: trial.id,
    promotionId: trial.promotionId,
    code: draft.code,
    state: trial.state as string,
    since: trial.since.toISOString(),
    until: trial.until.toISOString(),
    startedAt: trial.startedAt.toISOString(),
    looked: trial.looked,
    toLookAt: Math.max(trial.looked, trial.toLookAt),
    changed: [...changed],
    orders: tally.orders,
    unpriced: tally.unpriced,
    unlike: tally.unlike,
    baskets: tally.baskets,
    nearBaskets: tally.nearBaskets,
    currencies: Object.entries(tally.currencies).map(([currency, one]) => ({
      redemptions: one.redemptions,
      discount: money(one.discount, currency),
      revenueBefore: money(one.revenueBefore, currency),
      revenueAfter: money(one.revenueAfter, currency),
      basketRedemptions: one.basketRedemptions,
      basketDiscount: money(one.basketDiscount, currency),
      margin:
        seesCosts && one.marginBefore !== undefined
          ? {
              before: money(one.marginBefore, currency),
              after: money(one.marginAfter ?? 0, currency),
              costed: one.costed ?? 0,
              uncosted: one.uncosted ?? 0,
            }
          : null,
    })),
    days: Object.entries(tally.days)
      .map(([day, one]) => ({ day, ...one }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    because: Object.entries(tally.because)
      .map(([because, orders]) => ({ because, orders }))
      .sort((a, b) => b.orders - a.orders || (a.because < b.because ? -1 : 1)),
    displaced: Object.entries(tally.displaced)
      .map(([promotion, one]) => ({ promotion, ...one }))
      .sort((a, b) => b.sales - a.sales || (a.promotion < b.promotion ? -1 : 1)),
    products: mostSold(trial).map((one) => ({ ...one, left: left.get(one.variantId) ?? 0 })),
    gifts: giftsLeft === null ? null : { units: tally.gifts, left: giftsLeft },
    needsCoupon: draft.needsCoupon,
    samples: tally.samples.map(({ number, at, currency, before, after, discount }) => ({
      number,
      at,
      before: money(before, currency),
      after: money(after, currency),
      discount: money(discount, currency),
    })),
  }
}

const sideSchema = Type.Object({
  total: moneySchema,
  reasons: Type.Array(
    Type.Object({ rule: Type.String(), applied: Type.Boolean(), line: nullable(Type.Integer()), text: Type.String() }),
  ),
})
export const explainedSchema = Type.Object({
  without: sideSchema,
  with: sideSchema,
  gave: nullable(moneySchema),
})

export function presentExplained(
  { before, after, gave }: TriedSale,
  { house, locale }: Pick<Call, 'house' | 'locale'>,
) {
  const speech = { locale, t: house.translations.for(locale), promotionNames: new Map<string, string>() }
  const side = (basket: PricedBasket) => {
    const { total, reasons } = presentPriced(basket, speech)
    return { total, reasons: reasons.map(({ rule, applied, line, text }) => ({ rule, applied, line, text })) }
  }
  return { without: side(before), with: side(after), gave: gave ? moneyToJson(gave) : null }
}
