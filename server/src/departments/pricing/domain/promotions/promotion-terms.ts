import { moneyFromJson, type Money, type MoneyJson } from '../../../../kernel/money.ts'
import { percent, type Percent } from '../../../../kernel/rate.ts'
import type { Action, Condition, Off, Promotion } from './promotion.ts'

/** A part of a promotion as JSON: amounts in whole minor units, percentages as decimals. */
export type AsJson<T> = T extends Money
  ? MoneyJson
  : T extends Percent
    ? string
    : T extends Date
      ? string
      : T extends readonly (infer Item)[]
        ? readonly AsJson<Item>[]
        : T extends object
          ? { readonly [Key in keyof T]: AsJson<T[Key]> }
          : T

export type PromotionTerms = Pick<Promotion, 'conditions' | 'action' | 'cap'>
export type TermsJson = AsJson<PromotionTerms>

/** From JSON that a schema has checked, or that was checked when it was stored. */
export function readTerms({ conditions, action, cap }: TermsJson): PromotionTerms {
  return {
    conditions: conditions.map((one) => withMoney(one) as Condition),
    action: withMoney(action) as Action,
    ...(cap && { cap: cap.map(moneyFromJson) }),
  }
}

/** The same part with amounts and percentages as the domain has them. */
function withMoney(part: AsJson<Condition> | AsJson<Action>): object {
  const amounts = 'amounts' in part ? { amounts: part.amounts.map(moneyFromJson) } : {}
  const rate = 'percent' in part ? { percent: percent(part.percent) } : {}
  const tiers =
    part.kind === 'order_tiers'
      ? {
          tiers: part.tiers.map(({ from, off }) => ({
            from: typeof from === 'number' ? from : from.map(moneyFromJson),
            off: readOff(off),
          })),
        }
      : {}
  return { ...part, ...amounts, ...rate, ...tiers }
}

function readOff(off: AsJson<Off>): Off {
  return 'percent' in off ? { percent: percent(off.percent) } : { amounts: off.amounts.map(moneyFromJson) }
}
