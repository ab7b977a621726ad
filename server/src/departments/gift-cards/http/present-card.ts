import { allowedActions } from '../../../host/http/allowed-actions.ts'
import type { Call } from '../../../host/http/route.ts'
import type { Owed } from '../queries/owed.ts'
import type { Card } from '../queries/read-cards.ts'
import { usableNow, type CardView } from '../use-cases/view-card.ts'

const moneyIn = (currency: string) => (amount: bigint) => ({ amount: Number(amount), currency })

export function presentCard(call: Call, { card, state, movements, possible }: CardView) {
  const money = moneyIn(card.currency)
  return {
    id: card.id,
    last4: card.last4,
    state,
    initial: money(card.initial),
    balance: money(card.balance),
    held: money(card.held),
    expiresOn: card.expiresOn,
    // Those that an order bought were sold.
    origin: card.orderId === null ? ('by_hand' as const) : ('sold' as const),
    market: card.market,
    orderId: card.orderId,
    recipientEmail: card.recipientEmail,
    recipientName: card.recipientName,
    senderName: card.senderName,
    message: card.message,
    issuedAt: card.issuedAt.toISOString(),
    sentAt: card.sentAt?.toISOString() ?? null,
    blockedAt: card.blockedAt?.toISOString() ?? null,
    blockedBecause: card.blockedBecause,
    movements: movements.map(({ amount, balance, at, ...rest }) => ({
      ...rest,
      amount: money(amount),
      balance: money(balance),
      at: at.toISOString(),
    })),
    allowedActions: allowedActions(call, possible),
  }
}

export function presentDebt({ entity, currency, cards, balance, held, expired, ledger, ages }: Owed) {
  const money = moneyIn(currency)
  return {
    entity,
    currency,
    cards: Number(cards),
    balance: money(balance),
    held: money(held),
    expired: money(expired),
    ledger: money(ledger),
    ages: { to_3: money(ages.to_3), to_12: money(ages.to_12), to_24: money(ages.to_24), older: money(ages.older) },
  }
}

/** What can be paid with it now, for who knows its code or named it. */
export function presentUsable(card: Card, now: Date) {
  return {
    last4: card.last4 ?? '',
    available: moneyIn(card.currency)(usableNow(card, now)),
    expiresOn: card.expiresOn,
  }
}
