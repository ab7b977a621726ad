import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PictureReason, PictureToFetch } from '../domain/import-picture.ts'
import type { Texts } from '../domain/product.ts'

/** Behind those that are there. */
export function insertPictures(ctx: Context, importId: string, pictures: readonly PictureToFetch[]): void {
  if (pictures.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO catalog.import_picture (import_id, number, product_id, handle, sku, address, position, alts, row, line, state, due_at, file_id)
    SELECT ${importId}::uuid, p.number + (SELECT coalesce(max(number), 0) FROM catalog.import_picture WHERE import_id = ${importId}),
      p."productId", p.handle, p.sku, p.address, p.position, p.alts, p.row, p.line,
      CASE WHEN p."fileId" IS NULL THEN 'waiting' ELSE 'done' END, ${ctx.now}::timestamptz, p."fileId"
    FROM jsonb_to_recordset(${jsonText(pictures.map((picture, at) => ({ ...picture, number: at + 1 })))}::jsonb)
      AS p(number int, "productId" uuid, handle text, sku text, address text, position int, alts jsonb, row int, line int, "fileId" uuid)`)
}

export function writeFetched(
  ctx: Context,
  { importId, address, fileId }: { readonly importId: string; readonly address: string; readonly fileId: string },
): void {
  ctx.tx.later(sql`
    UPDATE catalog.import_picture SET state = 'done', file_id = ${fileId}, reason = NULL, attempts = attempts + 1
    WHERE import_id = ${importId} AND address = ${address} AND state = 'waiting'`)
  ctx.tx.later(sql`
    INSERT INTO catalog.picture_source (address, file_id, fetched_at) VALUES (${address}, ${fileId}, ${ctx.now})
    ON CONFLICT (address) DO UPDATE SET file_id = excluded.file_id, fetched_at = excluded.fetched_at`)
}

export interface NotFetched {
  readonly importId: string
  readonly address: string
  readonly reason: PictureReason
  /** Undefined: it is not asked for again. */
  readonly dueAt: Date | undefined
}

export function writeNotFetched(ctx: Context, { importId, address, reason, dueAt }: NotFetched): void {
  ctx.tx.later(sql`
    UPDATE catalog.import_picture SET attempts = attempts + 1, state = ${dueAt ? 'waiting' : 'failed'},
      reason = ${dueAt ? null : reason}, due_at = ${dueAt ?? ctx.now}
    WHERE import_id = ${importId} AND address = ${address} AND state = 'waiting'`)
}

/** All that failed waits once more, as if it had never been asked for. */
export async function waitAgain(ctx: Context, importId: string): Promise<number> {
  const rows = await ctx.tx.rows(sql<{ number: number }>`
    UPDATE catalog.import_picture SET state = 'waiting', reason = NULL, attempts = 0, due_at = ${ctx.now}
    WHERE import_id = ${importId}::uuid AND state = 'failed' RETURNING number`)
  return rows.length
}

export interface PictureOfProduct {
  readonly sku: string | null
  readonly fileId: string | null
  readonly alts: Texts
  readonly state: 'waiting' | 'done' | 'failed'
}

export function loadPicturesOf(ctx: Context, importId: string, productId: string): Promise<PictureOfProduct[]> {
  return ctx.tx.rows(sql<PictureOfProduct>`
    SELECT sku, file_id AS "fileId", alts, state FROM catalog.import_picture
    WHERE import_id = ${importId}::uuid AND product_id = ${productId}::uuid ORDER BY position, number`)
}

/** What its pictures changed of a product belongs to what the import did to it, so that it is taken back with it. */
export function addToImported(
  ctx: Context,
  importId: string,
  { productId, differences }: { readonly productId: string; readonly differences: readonly unknown[] },
): void {
  ctx.tx.later(sql`
    UPDATE catalog.import_product SET differences = differences || ${jsonText(differences)}::jsonb
    WHERE import_id = ${importId} AND product_id = ${productId}::uuid AND undone_at IS NULL`)
}
