import { ok, type Result } from '../../../kernel/result.ts'
import { choicesMeet, type TimeSpan } from '../../../kernel/time-span.ts'
import { blackoutRefusals } from './blackout-refusals.ts'

export interface BlackoutFields extends TimeSpan {
  readonly reason: string
  readonly acts: readonly string[]
  readonly markets: readonly string[]
  readonly locations: readonly string[]
}

export interface Blackout extends BlackoutFields {
  readonly id: string
  readonly version: number
}

export interface BlackoutGround {
  readonly now: Date
  readonly acts: readonly string[]
  readonly markets: readonly string[]
}

const LONGEST_DAYS = 92
const DAY_MS = 86_400_000

/**
 * Every process of the house remembers for a second which acts are watched (host/guard/recall-watched.ts). A window begins when all
 * of them must have heard of it, so that it holds everywhere from its first moment.
 */
export const HEARD_BY_ALL_MS = 2_000

export function decideBlackout(wish: BlackoutFields, { now, acts, markets }: BlackoutGround): Result<BlackoutFields> {
  const reason = wish.reason.trim()
  if (reason === '') return blackoutRefusals.blackout_reason_missing({ field: 'reason' })
  const unknown = wish.acts.find((act) => !acts.includes(act))
  if (unknown !== undefined) return blackoutRefusals.blackout_unknown_act({ field: 'acts', params: { act: unknown } })
  const market = wish.markets.find((one) => !markets.includes(one))
  if (market !== undefined) return blackoutRefusals.blackout_unknown_market({ field: 'markets', params: { market } })
  const startsAt = new Date(Math.max(wish.startsAt.getTime(), now.getTime() + HEARD_BY_ALL_MS))
  if (wish.endsAt <= startsAt) return blackoutRefusals.blackout_ends_before({ field: 'endsAt' })
  if (wish.endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * DAY_MS) {
    return blackoutRefusals.blackout_too_long({ field: 'endsAt', params: { days: LONGEST_DAYS } })
  }
  return ok({ ...wish, reason, startsAt })
}

/** What an act touches, as far as it says; what it does not say is all. */
export interface Touched {
  readonly act: string
  readonly markets: readonly string[]
  readonly locations: readonly string[]
}

/** Whether a window stands against an act at this moment: its first instant belongs to it, its last does not. */
export function standsAgainst(window: BlackoutFields, { act, markets, locations }: Touched, now: Date): boolean {
  return (
    window.acts.includes(act) &&
    window.startsAt <= now &&
    now < window.endsAt &&
    choicesMeet(window.markets, markets) &&
    choicesMeet(window.locations, locations)
  )
}

/** What somebody does whose plan of this kind comes true. */
const ACTS_OF_PLANS: Readonly<Record<string, readonly string[]>> = {
  promotion: ['pricing.change_price', 'pricing.promote'],
  price_list: ['pricing.change_price'],
  launch: ['catalog.publish'],
  stocktake: ['inventory.count'],
}

export function actsOfPlan(kind: string): readonly string[] {
  return ACTS_OF_PLANS[kind] ?? []
}
