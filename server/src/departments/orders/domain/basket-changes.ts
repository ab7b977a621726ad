import type { MoneyJson } from '../../../kernel/money.ts'
import type { Basket } from './basket.ts'
import type { LineProblem } from './line-problem.ts'

/** A line as the shopper last saw it; `price`: of a piece, of a bundle of all of it. */
export interface LineSeen {
  readonly quantity: number
  readonly price: MoneyJson | null
  readonly problem: LineProblem | null
}

type Texts = Readonly<Record<string, string>>

/** By variant, of bundles by their id; promotions that took something off, by code. */
export interface BasketSeen {
  /** Where it was bought for: elsewhere everything costs something else. */
  readonly place: string
  readonly currency: string
  readonly lines: Readonly<Record<string, LineSeen>>
  readonly promotions: Readonly<Record<string, Texts>>
}

export interface BasketNow extends BasketSeen {
  /** Codes of all promotions that are looked at now, whether they apply or not. */
  readonly running: ReadonlySet<string>
}

/** What is otherwise than the shopper last saw, and not by what they did. */
export type BasketChange =
  | {
      readonly kind: 'price_up' | 'price_down'
      readonly line: string
      readonly from: MoneyJson
      readonly to: MoneyJson
    }
  | { readonly kind: LineProblem | 'back'; readonly line: string }
  | { readonly kind: 'promotion_over'; readonly promotion: string; readonly names: Texts }

/**
 * What changed since they last looked. What they did themselves is no news: another quantity may have another price, another
 * country has other prices altogether, and a promotion that still runs may miss its condition now. Only one that ended is told.
 */
export function changesSince(seen: BasketSeen | undefined, now: BasketNow): BasketChange[] {
  if (!seen || seen.place !== now.place || seen.currency !== now.currency) return []
  const ofLines = Object.entries(now.lines).flatMap(([line, is]) => {
    const was = seen.lines[line]
    return was ? changesOfLine(line, was, is) : []
  })
  const over = Object.entries(seen.promotions)
    .filter(([code]) => !now.running.has(code))
    .map(([promotion, names]) => ({ kind: 'promotion_over' as const, promotion, names }))
  return [...ofLines, ...over]
}

function changesOfLine(line: string, was: LineSeen, is: LineSeen): BasketChange[] {
  if (is.problem !== null && is.problem !== was.problem) return [{ kind: is.problem, line }]
  if (was.quantity !== is.quantity) return []
  if (is.problem !== was.problem) return [{ kind: 'back', line }]
  if (was.price === null || is.price === null || was.price.amount === is.price.amount) return []
  return [{ kind: is.price.amount > was.price.amount ? 'price_up' : 'price_down', line, from: was.price, to: is.price }]
}

/**
 * What is seen from now on by who looks: what is new to them, what they changed themselves, and nothing of what changed without
 * them, which stays told until they say so. Undefined: nothing is to be kept.
 */
export function seenByLooking(seen: BasketSeen | undefined, now: BasketNow): BasketSeen | undefined {
  if (!seen || seen.place !== now.place || seen.currency !== now.currency) return asSeen(now)
  const lines = Object.fromEntries(
    Object.entries(now.lines).map(([line, is]) => {
      const was = seen.lines[line]
      const isNews = was !== undefined && (was.quantity === is.quantity || changesOfLine(line, was, is).length > 0)
      return [line, isNews ? was : is]
    }),
  )
  const over = Object.entries(seen.promotions).filter(([code]) => !now.running.has(code))
  const next = { ...asSeen(now), lines, promotions: { ...now.promotions, ...Object.fromEntries(over) } }
  return same(next, seen) ? undefined : next
}

export const placeSeen = ({ market, country }: Pick<Basket, 'market' | 'country'>): string =>
  `${market.code} ${country}`

/** Everything as it is now: the shopper said that they have seen it. */
export const asSeen = ({ place, currency, lines, promotions }: BasketNow): BasketSeen => ({
  place,
  currency,
  lines,
  promotions,
})

function same(one: BasketSeen, two: BasketSeen): boolean {
  return flat(one) === flat(two)
}

/** Objects from a database have their own order of fields. */
function flat({ place, currency, lines, promotions }: BasketSeen): string {
  const told = Object.entries(lines).map(
    ([line, { quantity, price, problem }]) => `${line} ${quantity} ${price?.amount} ${problem}`,
  )
  return [place, currency, ...told.sort(), '', ...Object.keys(promotions).sort()].join('\n')
}
