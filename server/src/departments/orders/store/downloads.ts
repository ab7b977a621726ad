import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Consent } from '../domain/consent.ts'

/** Once for each kind: who agreed before agreed then. */
export function insertConsents(ctx: Context, orderId: string, consents: readonly Omit<Consent, 'at'>[]): void {
  if (consents.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO orders.consent (order_id, kind, text_version, locale, given_in, at)
    SELECT ${orderId}::uuid, kind, text_version, locale, given_in, ${ctx.now} FROM unnest(
      ${consents.map(({ kind }) => kind)}::text[], ${consents.map(({ textVersion }) => textVersion)}::text[],
      ${consents.map(({ locale }) => locale)}::text[], ${consents.map(({ givenIn }) => givenIn)}::text[]
    ) AS given(kind, text_version, locale, given_in)
    ON CONFLICT (order_id, kind) DO NOTHING`)
}

export interface RightToKeep {
  readonly position: number
  readonly productId: string
  readonly limit: number | null
  readonly days: number | null
}

/** Behind the lines that they are of. */
export function insertRights(ctx: Context, orderId: string, rights: readonly RightToKeep[]): void {
  if (rights.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO orders.download_right (order_id, position, product_id, download_limit, download_days)
    SELECT ${orderId}::uuid, * FROM unnest(${rights.map(({ position }) => position)}::smallint[],
      ${rights.map(({ productId }) => productId)}::uuid[], ${rights.map(({ limit }) => limit)}::smallint[],
      ${rights.map(({ days }) => days)}::smallint[])`)
}

interface Downloaded {
  readonly orderId: string
  readonly position: number
  readonly file: { readonly fileId: string; readonly number: number; readonly name: string }
}

export function insertDownload(ctx: Context, { orderId, position, file }: Downloaded): void {
  ctx.tx.later(sql`
    INSERT INTO orders.download (id, order_id, position, file_id, number, name, at)
    VALUES (${ctx.newId()}::uuid, ${orderId}::uuid, ${position}, ${file.fileId}::uuid, ${file.number}, ${file.name}, ${ctx.now})`)
}

interface LineOfOrder {
  readonly orderId: string
  readonly position: number
}

/** From now on it counts anew, and is not stopped any more. */
export function renewRight(ctx: Context, { orderId, position }: LineOfOrder): void {
  ctx.tx.later(sql`
    UPDATE orders.download_right SET renewed_at = ${ctx.now}, stopped_at = NULL
    WHERE order_id = ${orderId}::uuid AND position = ${position}`)
}

export function stopRight(ctx: Context, { orderId, position }: LineOfOrder): void {
  ctx.tx.later(sql`
    UPDATE orders.download_right SET stopped_at = ${ctx.now} WHERE order_id = ${orderId}::uuid AND position = ${position}`)
}
