import type { House } from '../../../host/context.ts'
import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import {
  CARD_ACTIONS,
  CARD_STATES,
  MOVEMENT_KINDS,
  ORIGINS,
  refusalTo,
  stateOf,
  usable,
  type CardState,
} from '../domain/card.ts'
import { refusals } from '../domain/refusals.ts'
import { findCard, listMovements, todayOf, type Card, type Movement } from '../queries/read-cards.ts'

export { CARD_STATES, MOVEMENT_KINDS, ORIGINS }

export interface CardView {
  readonly card: Card
  readonly state: CardState
  readonly movements: readonly Movement[]
  readonly possible: readonly PossibleAction[]
}

/** A card with its history, and what staff could do to it today by the rule that decides about it. */
export async function viewCard(
  reader: Pick<House['database'], 'rows'>,
  id: string,
  now: Date,
): Promise<Result<CardView>> {
  const card = await findCard(reader, id)
  if (!card) return refusals.not_found()
  const movements = await listMovements(reader, id)
  const today = todayOf(card, now)
  const possible = CARD_ACTIONS.map((action) => ({
    action,
    permission: action === 'send' ? 'gift-cards:issue' : 'gift-cards:write',
    refusal: refusalTo(action, card, today),
  }))
  return ok({ card, state: stateOf(card, today), movements, possible })
}

/** What can be paid with it at this moment. */
export const usableNow = (card: Card, now: Date): bigint => usable(card, todayOf(card, now))
