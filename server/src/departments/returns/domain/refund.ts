import { addDays, type LocalDate } from '../../../kernel/time.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** Why a line has no right of withdrawal (Directive 2011/83/EU, art. 16). Words under `returns.exempt.*`. */
export const EXEMPTIONS = ['digital', 'service', 'sealed', 'made_to_measure', 'perishable'] as const
export type Exemption = (typeof EXEMPTIONS)[number]

export const FACTS = ['goods_back', 'proof_of_sending'] as const
export type WithdrawalFact = (typeof FACTS)[number]

export interface CameBack {
  /** Fourteen days after the statement (art. 13 (1)). */
  readonly refundBy: LocalDate
  /** Whether goods are to be sent back at all. */
  readonly awaited: boolean
  /** Days on which they came, or a proof that they were sent. */
  readonly cameOn: readonly LocalDate[]
}

/** By when the money is back; null while it may wait for the goods or a proof that they were sent (art. 13 (3)). */
export function moneyDueOn({ refundBy, awaited, cameOn }: CameBack): LocalDate | null {
  if (!awaited) return refundBy
  const first = cameOn.toSorted()[0]
  if (first === undefined) return null
  return first > refundBy ? first : refundBy
}

/** Within how many days buyers send goods back, from their statement (art. 14 (1)). */
const DAYS_TO_SEND = 14
export const sendBackDay = (receivedOn: LocalDate): LocalDate => addDays(receivedOn, DAYS_TO_SEND)

/** Whole minor units of the order's currency. */
export interface Refund {
  readonly goods: number
  /** Of the delivery to the buyer: no more than the cheapest usual way costs (art. 13 (2)). */
  readonly delivery: number
  /** What goods lost by being used beyond trying them (art. 14 (2)); said in words. */
  readonly valueLost: number
  readonly lostWords: string
}

export interface MostToRefund {
  readonly goods: number
  readonly delivery: number
}

export function checkRefund(refund: Refund, most: MostToRefund): Result<{ readonly total: number }> {
  if (refund.goods > most.goods) return refusals.refund_above({ field: 'refund.goods' })
  if (refund.delivery > most.delivery) return refusals.refund_above({ field: 'refund.delivery' })
  if (refund.valueLost > refund.goods) return refusals.refund_above({ field: 'refund.valueLost' })
  if (refund.valueLost > 0 && refund.lostWords.trim() === '') {
    return refusals.lost_words_missing({ field: 'refund.lostWords' })
  }
  return ok({ total: refund.goods + refund.delivery - refund.valueLost })
}

/** The delivery that is owed: what was paid, or what the cheapest usual way would have cost where that is less. */
export function deliveryOwed(paid: number, cheapest: number | undefined): number {
  return cheapest === undefined ? paid : Math.min(paid, cheapest)
}
