import type { Context } from '../../../host/context.ts'
import { money, moneyToJson, negate, type Money } from '../../../kernel/money.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { postEntry } from '../../ledger/index.ts'
import type { Card } from '../queries/read-cards.ts'
import { changeBalance } from '../store/cards.ts'

/** What changes by hand or by the clock, against which accounts. */
const OTHER_SIDE = {
  gift_cards: { adjusted: 'gift_cards_given', lapsed: 'gift_card_breakage' },
  store_credit: { adjusted: 'store_credit_given', lapsed: 'store_credit_breakage' },
} as const
const ENTRY = {
  gift_cards: { adjusted: 'gift_card_adjustment', lapsed: 'gift_card_breakage' },
  store_credit: { adjusted: 'store_credit_adjustment', lapsed: 'store_credit_breakage' },
} as const

/** On which account a card is owed. */
export const accountOf = ({ customerId }: Pick<Card, 'customerId'>) =>
  customerId === null ? 'gift_cards' : 'store_credit'

export interface Move {
  readonly kind: 'adjusted' | 'lapsed'
  readonly amount: Money
  readonly reason: string
}

/** More or less on a card that is held under lock: its movement, its entry, and its place in the trail of the card, or of who holds it. */
export function moveBalance(ctx: Context, card: Card, { kind, amount, reason }: Move): void {
  const movementId = ctx.newId()
  const account = accountOf(card)
  changeBalance(ctx, { id: movementId, cardId: card.id, kind, amount: amount.amount, reason })
  postEntry(ctx, {
    kind: ENTRY[account][kind],
    ref: movementId,
    about: card.id,
    entityId: card.entityId,
    effectiveOn: localDateIn(ctx.now, card.timeZone),
    postings: [
      { account: OTHER_SIDE[account][kind], amount },
      { account, amount: negate(amount) },
    ],
  })
  const verb = kind === 'adjusted' ? 'adjust' : 'lapse'
  const told =
    card.customerId === null
      ? ({ action: `gift-cards:${verb}`, objectType: 'gift_card', objectId: card.id } as const)
      : ({ action: `gift-cards:${verb}_credit`, objectType: 'customer', objectId: card.customerId } as const)
  ctx.audit({
    ...told,
    reason,
    changes: [
      {
        field: card.customerId === null ? 'balance' : 'storeCredit',
        before: moneyToJson(money(card.balance, card.currency)),
        after: moneyToJson(money(card.balance + amount.amount, card.currency)),
      },
    ],
  })
}
