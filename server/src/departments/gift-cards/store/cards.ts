import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { refusals } from '../domain/refusals.ts'
import type { CREDIT, MovementKind, Origin } from '../domain/card.ts'
import type { Cause } from '../domain/credit.ts'

export interface NewCard {
  readonly id: string
  readonly entityId: string
  readonly market: string
  readonly locale: string
  readonly currency: string
  readonly initial: bigint
  readonly expiresOn: string | null
  readonly origin: Origin | typeof CREDIT
  /** The order that bought it. */
  readonly orderId: string | null
  readonly linePosition: number | null
  readonly piece: number | null
  readonly recipientEmail: string
  readonly recipientName: string
  readonly senderName: string
  readonly message: string
  /** Of store credit: whose it is, why, and the order that it came from. */
  readonly credit?: { readonly customerId: string; readonly because: Cause; readonly orderId: string | null }
}

/** A card and the first row of its history. A piece of an order that has its card already has it for good: nothing is written. */
export function insertCard(ctx: Context, card: NewCard, reason: string | null): void {
  ctx.tx.later(sql`
    WITH made AS (
      INSERT INTO gift_cards.card (id, entity_id, market_code, locale, currency, initial, balance, expires_on, origin, order_id,
        line_position, piece, recipient_email, recipient_name, sender_name, message, customer_id, because, issued_at)
      VALUES (${card.id}, ${card.entityId}, ${card.market}, ${card.locale}, ${card.currency}, ${card.initial}, ${card.initial},
        ${card.expiresOn}, ${card.origin}, ${card.orderId}, ${card.linePosition}, ${card.piece}, ${card.recipientEmail},
        ${card.recipientName}, ${card.senderName}, ${card.message}, ${card.credit?.customerId ?? null}, ${card.credit?.because ?? null},
        ${ctx.now})
      RETURNING id, initial, order_id)
    INSERT INTO gift_cards.movement (id, card_id, kind, amount, order_id, reason, actor, at)
    SELECT ${ctx.newId()}::uuid, id, 'issued', initial, coalesce(order_id, ${card.credit?.orderId ?? null}::text), ${reason}::text, ${actorText(ctx.actor)}, ${ctx.now}::timestamptz
    FROM made`)
}

export interface Holding {
  readonly id: string
  readonly cardId: string
  readonly amount: bigint
}

/**
 * Promises parts of cards to an order: one statement that locks its cards in the order of their ids and takes only what is there.
 * Two who spend the same card at once come one after the other, and who comes too late finds the condition false on the row as it
 * is then; nothing is read before. Answers how many gave what was asked of them.
 */
export async function holdAmounts(
  ctx: Context,
  { orderId, today, holdings }: { orderId: string; today: string; holdings: readonly Holding[] },
): Promise<number> {
  const rows = await ctx.tx.rows(sql`
    WITH wish AS (
      SELECT c.id AS card_id, w.id, w.amount
      FROM unnest(${holdings.map(({ id }) => id)}::uuid[], ${holdings.map(({ cardId }) => cardId)}::uuid[],
        ${holdings.map(({ amount }) => amount)}::bigint[]) AS w(id, card_id, amount)
      JOIN gift_cards.card c ON c.id = w.card_id ORDER BY c.id FOR NO KEY UPDATE OF c
    ), held AS (
      UPDATE gift_cards.card c SET held = c.held + wish.amount FROM wish
      WHERE c.id = wish.card_id AND c.standing = 'open' AND c.held + wish.amount <= c.balance
        AND (c.expires_on IS NULL OR c.expires_on >= ${today}::date)
      RETURNING wish.id, c.id AS card_id, wish.amount
    )
    INSERT INTO gift_cards.redemption (id, card_id, order_id, amount, state, created_at)
    SELECT id, card_id, ${orderId}::text, amount, 'held', ${ctx.now}::timestamptz FROM held RETURNING id`)
  return rows.length
}

/** What was held is spent, once: a redemption that is not held any more changes nothing. */
export function redeemHeld(ctx: Context, redemptionId: string): void {
  ctx.tx.later(sql`
    WITH done AS (
      UPDATE gift_cards.redemption SET state = 'redeemed' WHERE id = ${redemptionId} AND state = 'held'
      RETURNING card_id, order_id, amount
    ), taken AS (
      UPDATE gift_cards.card c SET balance = c.balance - done.amount, held = c.held - done.amount
      FROM done WHERE c.id = done.card_id RETURNING c.id, done.amount, done.order_id
    )
    INSERT INTO gift_cards.movement (id, card_id, kind, amount, order_id, actor, at)
    SELECT ${ctx.newId()}::uuid, id, 'redeemed', -amount, order_id, ${actorText(ctx.actor)}, ${ctx.now}::timestamptz FROM taken`)
}

/** Nobody pays with it after all: the card has it again. */
export function freeHeld(ctx: Context, redemptionId: string): void {
  ctx.tx.later(sql`
    WITH freed AS (
      UPDATE gift_cards.redemption SET state = 'freed' WHERE id = ${redemptionId} AND state = 'held' RETURNING card_id, amount
    )
    UPDATE gift_cards.card c SET held = c.held - freed.amount FROM freed WHERE c.id = freed.card_id`)
}

export interface Returning {
  readonly movementId: string
  readonly redemptionId: string
  readonly amount: bigint
  readonly reason: string
  /** A card that has ended by then is good until this day again. */
  readonly atLeastUntil: string
}

export function returnAmount(ctx: Context, back: Returning): void {
  ctx.tx.later(sql`
    WITH got AS (
      UPDATE gift_cards.card c SET balance = c.balance + ${back.amount},
        expires_on = CASE WHEN c.expires_on < ${back.atLeastUntil}::date THEN ${back.atLeastUntil}::date ELSE c.expires_on END
      FROM gift_cards.redemption r WHERE r.id = ${back.redemptionId} AND c.id = r.card_id RETURNING c.id, r.order_id
    )
    INSERT INTO gift_cards.movement (id, card_id, kind, amount, order_id, reason, actor, at)
    SELECT ${back.movementId}::uuid, id, 'returned', ${back.amount}::bigint, order_id, ${back.reason}, ${actorText(ctx.actor)},
      ${ctx.now}::timestamptz
    FROM got`)
}

export interface ByHand {
  readonly id: string
  readonly cardId: string
  readonly kind: Extract<MovementKind, 'adjusted' | 'lapsed'>
  readonly amount: bigint
  readonly reason: string
}

export function changeBalance(ctx: Context, { id, cardId, kind, amount, reason }: ByHand): void {
  ctx.tx.later(
    sql`
    WITH changed AS (
      UPDATE gift_cards.card SET balance = balance + ${amount} WHERE id = ${cardId} RETURNING id
    )
    INSERT INTO gift_cards.movement (id, card_id, kind, amount, reason, actor, at)
    SELECT ${id}::uuid, id, ${kind}, ${amount}::bigint, ${reason}, ${actorText(ctx.actor)}, ${ctx.now}::timestamptz FROM changed`,
    { refusals: { held_within_balance: () => refusals.below_zero({ field: 'amount' }) } },
  )
}

/** The cards of a sale that is called off are worth nothing any more; only for those of which nothing was spent. */
export function cancelCards(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`
    WITH before AS (
      SELECT id, balance FROM gift_cards.card WHERE order_id = ${orderId} AND cancelled_at IS NULL ORDER BY id FOR NO KEY UPDATE
    ), ended AS (
      UPDATE gift_cards.card c SET balance = 0, cancelled_at = ${ctx.now} FROM before WHERE c.id = before.id
      RETURNING c.id, before.balance
    )
    INSERT INTO gift_cards.movement (id, card_id, kind, amount, order_id, actor, at)
    SELECT gen_random_uuid(), id, 'cancelled', -balance, ${orderId}, ${actorText(ctx.actor)}, ${ctx.now}::timestamptz
    FROM ended WHERE balance > 0`)
}

export function saveBlock(ctx: Context, cardId: string, because: string | null): void {
  ctx.tx.later(sql`
    UPDATE gift_cards.card SET blocked_at = CASE WHEN ${because}::text IS NULL THEN NULL ELSE ${ctx.now}::timestamptz END,
      blocked_because = ${because} WHERE id = ${cardId}`)
}

/** The hash of its code and its last four letters, from its first sending on; never another. */
export function saveCode(ctx: Context, cardId: string, { hash, last4 }: { hash: Buffer; last4: string }): void {
  ctx.tx.later(sql`
    UPDATE gift_cards.card SET code_hash = coalesce(code_hash, ${hash}), last4 = coalesce(last4, ${last4}),
      sent_at = coalesce(sent_at, ${ctx.now}) WHERE id = ${cardId}`)
}

export function saveRecipient(ctx: Context, cardId: string, email: string): void {
  ctx.tx.later(sql`UPDATE gift_cards.card SET recipient_email = ${email} WHERE id = ${cardId}`)
}

export interface Reminded {
  readonly customerId: string
  readonly entityId: string
  readonly currency: string
  readonly expiresOn: string
}

/** Its holder was told of what ends on that day. */
export function saveReminded(ctx: Context, { customerId, entityId, currency, expiresOn }: Reminded): void {
  ctx.tx.later(sql`
    UPDATE gift_cards.card SET reminded_at = ${ctx.now}
    WHERE id IN (SELECT id FROM gift_cards.card WHERE customer_id = ${customerId} AND entity_id = ${entityId}
      AND currency = ${currency} AND expires_on = ${expiresOn}::date AND reminded_at IS NULL ORDER BY id FOR NO KEY UPDATE)`)
}
