import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { lastDayOf, type KeptMethod } from '../domain/kept-method.ts'
import type { Payment } from '../domain/payment.ts'

export interface Keeping {
  readonly customerId: string
  readonly later: boolean
  /** What they agreed to, as they read it. */
  readonly words: string
  readonly locale: string
}

export function insertKeeping(ctx: Context, paymentId: string, { customerId, later, words, locale }: Keeping): string {
  const id = ctx.newId()
  ctx.tx.later(sql`
    INSERT INTO payments.keeping (id, payment_id, customer_id, later, words, locale, at)
    VALUES (${id}, ${paymentId}, ${customerId}, ${later}, ${words}, ${locale}, ${ctx.now})`)
  return id
}

/** The first name that a provider gave them stays. */
export async function keepPayer(
  ctx: Context,
  {
    provider,
    customerId,
    providerRef,
  }: { readonly provider: string; readonly customerId: string; readonly providerRef: string },
): Promise<string> {
  ctx.tx.later(sql`
    INSERT INTO payments.payer (provider, customer_id, provider_ref, created_at)
    VALUES (${provider}, ${customerId}, ${providerRef}, ${ctx.now}) ON CONFLICT DO NOTHING`)
  const row = await ctx.tx.row(sql<{ ref: string }>`
    SELECT provider_ref AS ref FROM payments.payer WHERE provider = ${provider} AND customer_id = ${customerId}`)
  return row?.ref ?? providerRef
}

/** Only for whom agreed to it, and once: what was removed stays so, however often it is told of. */
export function insertSavedMethod(ctx: Context, { reference, provider }: Payment, kept: KeptMethod): void {
  ctx.tx.later(sql`
    INSERT INTO payments.saved_method (id, customer_id, provider, provider_ref, keeping_id, brand, last4, expires_on, created_at)
    SELECT ${ctx.newId()}, k.customer_id, ${provider}, ${kept.ref}, k.id, ${kept.brand}, ${kept.last4}, ${lastDayOf(kept.expires)}, ${ctx.now}
    FROM payments.keeping k JOIN payments.payer y ON y.customer_id = k.customer_id AND y.provider = ${provider} AND y.provider_ref = ${kept.customer}
    WHERE k.payment_id = ${reference} ORDER BY k.at DESC, k.id DESC LIMIT 1
    ON CONFLICT DO NOTHING`)
}

export interface HeldMethod {
  readonly id: string
  readonly provider: string
  readonly later: boolean
  readonly expiresOn: string
}

/** One that is there, of this customer; held, so that it is not removed while it is about to be charged. */
export function lockSavedMethod(ctx: Context, customerId: string, id: string): Promise<HeldMethod | undefined> {
  return ctx.tx.row(sql<HeldMethod>`
    SELECT m.id, m.provider, k.later, m.expires_on::text AS "expiresOn"
    FROM payments.saved_method m JOIN payments.keeping k ON k.id = m.keeping_id
    WHERE m.id = ${id} AND m.customer_id = ${customerId} AND m.removed_at IS NULL FOR UPDATE OF m`)
}

export function markRemoved(ctx: Context, id: string): void {
  ctx.tx.later(sql`
    UPDATE payments.saved_method SET removed_at = ${ctx.now}, preferred = false WHERE id = ${id} AND removed_at IS NULL`)
}

export function markForgotten(ctx: Context, id: string): void {
  ctx.tx.later(sql`
    UPDATE payments.saved_method SET forgotten_at = ${ctx.now}
    WHERE id = ${id} AND removed_at IS NOT NULL AND forgotten_at IS NULL`)
}

/** The one that stands first from now on; whoever prefers another one at the same time comes after. */
export async function markPreferred(ctx: Context, customerId: string, id: string): Promise<void> {
  await ctx.tx.rows(sql`
    SELECT id FROM payments.saved_method WHERE customer_id = ${customerId} AND removed_at IS NULL ORDER BY id FOR UPDATE`)
  ctx.tx.later(sql`
    UPDATE payments.saved_method SET preferred = false
    WHERE customer_id = ${customerId} AND preferred AND id <> ${id} AND removed_at IS NULL`)
  ctx.tx.later(sql`UPDATE payments.saved_method SET preferred = true WHERE id = ${id} AND removed_at IS NULL`)
}

/** All that tells of their cards goes; that they were charged stays, without them. Answers whether anything was there. */
export async function blankMethodsOf(ctx: Context, customerId: string): Promise<boolean> {
  const rows = await ctx.tx.rows(sql`
    UPDATE payments.saved_method SET removed_at = coalesce(removed_at, ${ctx.now}), preferred = false, brand = NULL, last4 = NULL, expires_on = NULL
    WHERE customer_id = ${customerId} RETURNING id`)
  return rows.length > 0
}

export function markAllForgotten(ctx: Context, provider: string, customerId: string): void {
  ctx.tx.later(sql`
    UPDATE payments.saved_method SET forgotten_at = ${ctx.now}
    WHERE customer_id = ${customerId} AND provider = ${provider} AND removed_at IS NOT NULL AND forgotten_at IS NULL`)
  ctx.tx.later(sql`DELETE FROM payments.payer WHERE customer_id = ${customerId} AND provider = ${provider}`)
}
