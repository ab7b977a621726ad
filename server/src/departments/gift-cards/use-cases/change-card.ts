import type { Context } from '../../../host/context.ts'
import { money, negate, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isEmail } from '../../../kernel/text.ts'
import { moneyFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { decideAdjustment, refusalTo, type CardAction } from '../domain/card.ts'
import { refusals } from '../domain/refusals.ts'
import { findCard, todayOf, type Card } from '../queries/read-cards.ts'
import { saveBlock, saveRecipient } from '../store/cards.ts'
import { lockCard } from '../store/locks.ts'
import { moveBalance } from './move-balance.ts'

export const ADJUST: GuardedAct = {
  act: 'gift-cards.adjust',
  permission: 'gift-cards:write',
  facts: { amount: 'money' },
}

/** The card under lock, once the act may be done to it today. */
async function heldFor(ctx: Context, id: string, action: CardAction): Promise<Result<Card>> {
  lockCard(ctx, id)
  const card = await findCard(ctx.tx, id)
  if (!card) return refusals.not_found()
  const refusal = refusalTo(action, card, todayOf(card, ctx.now))
  return refusal ? { ok: false, refusal } : ok(card)
}

const fact = (card: Card, action: string, reason: string | undefined) => ({
  action: `gift-cards:${action}`,
  objectType: 'gift_card',
  objectId: card.id,
  ...(reason === undefined ? {} : { reason }),
})

/** Nobody can pay with it until it is unblocked; what is promised to orders already is not taken from them. */
export async function blockCard(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<void>> {
  const card = await heldFor(ctx, id, 'block')
  if (!card.ok) return card
  saveBlock(ctx, id, reason)
  ctx.audit({ ...fact(card.value, 'block', reason), changes: [{ field: 'blocked', before: false, after: true }] })
  return ok()
}

export async function unblockCard(ctx: Context, id: string): Promise<Result<void>> {
  const card = await heldFor(ctx, id, 'unblock')
  if (!card.ok) return card
  saveBlock(ctx, id, null)
  ctx.audit({ ...fact(card.value, 'unblock', undefined), changes: [{ field: 'blocked', before: true, after: false }] })
  return ok()
}

/** Puts more on a card, or takes from it, by hand and for a reason: goodwill, or a mistake made good. */
export async function adjustCard(
  ctx: Context,
  { id, by, reason }: { readonly id: string; readonly by: Money; readonly reason: string },
): Promise<Result<void>> {
  const held = await heldFor(ctx, id, 'adjust')
  if (!held.ok) return held
  const card = held.value
  if (by.currency !== card.currency) {
    return refusals.currency_wrong({ field: 'amount', params: { currency: card.currency } })
  }
  const amount = decideAdjustment(card, by.amount)
  if (!amount.ok) return amount
  const admitted = await weigh(ctx, {
    act: ADJUST.act,
    facts: { amount: moneyFact(by.amount < 0n ? negate(by) : by) },
    ref: { kind: 'gift_card', id },
    label: `•••• ${card.last4 ?? ''}`,
  })
  if (!admitted.ok) return admitted
  moveBalance(ctx, card, { kind: 'adjusted', amount: by, reason })
  return ok()
}

/**
 * What is left on a card whose last day is over becomes the shop's own, by a person's command and never by the clock: whether and when
 * a shop may keep it is its market's law (docs/guides/policies.md). What is promised to orders stays.
 */
export async function lapseCard(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<void>> {
  const held = await heldFor(ctx, id, 'lapse')
  if (!held.ok) return held
  const card = held.value
  moveBalance(ctx, card, { kind: 'lapsed', amount: money(card.held - card.balance, card.currency), reason })
  return ok()
}

/** Its mail once more, also to another address: the first one was wrong, or nobody found it. */
export async function sendAgain(
  ctx: Context,
  { id, recipientEmail }: { readonly id: string; readonly recipientEmail?: string | undefined },
): Promise<Result<{ readonly recipient: string }>> {
  const held = await heldFor(ctx, id, 'send')
  if (!held.ok) return held
  const recipient = recipientEmail?.trim().toLowerCase() || held.value.recipientEmail
  if (!isEmail(recipient)) return refusals.recipient_wrong({ field: 'recipientEmail' })
  if (recipient !== held.value.recipientEmail) saveRecipient(ctx, id, recipient)
  ctx.enqueue({ kind: 'send-gift-card', ref: id, payload: { time: ctx.newId() } })
  ctx.audit({ ...fact(held.value, 'send', undefined), changes: [{ field: 'mailed' }] })
  return ok({ recipient })
}
