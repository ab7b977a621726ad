import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { importRefusals } from '../domain/import-refusals.ts'
import type {
  ImportColumn,
  ImportedProductRecord,
  ImportPlan,
  ImportRecord,
  ImportRefusal,
  ImportState,
  KeptChange,
} from '../domain/import-record.ts'
import { importColumns } from '../queries/imports.ts'

export interface NewImport extends ImportPlan {
  readonly id: string
  readonly whole: boolean
  readonly name: string
  readonly columns: readonly ImportColumn[]
  readonly bytes: Uint8Array
}

export function insertImport(ctx: Context, { id, name, columns, bytes, whole, ...plan }: NewImport): void {
  ctx.tx.later(sql`
    INSERT INTO catalog.import (id, name, format, columns, state, mapping, currency, location, whole, actor, created_at)
    VALUES (${id}, ${name}, ${plan.format}, ${jsonText(columns)}::jsonb, 'new', ${plan.mapping && jsonText(plan.mapping)}::jsonb, ${plan.currency},
      ${plan.location}, ${whole}, ${actorText(ctx.actor)}, ${ctx.now})`)
  ctx.tx.later(sql`INSERT INTO catalog.import_file (import_id, bytes) VALUES (${id}, ${Buffer.from(bytes)})`)
}

export function lockImport(ctx: Context, id: string): Promise<ImportRecord | undefined> {
  return ctx.tx.row(
    sql<ImportRecord>`SELECT ${importColumns} FROM catalog.import i WHERE i.id = ${id}::uuid FOR UPDATE`,
  )
}

export function writePlanOf(ctx: Context, id: string, { format, mapping, currency, location }: ImportPlan): void {
  ctx.tx.later(sql`
    UPDATE catalog.import SET format = ${format}, mapping = ${mapping && jsonText(mapping)}::jsonb, currency = ${currency},
      location = ${location}, state = 'new', report = NULL, problem = NULL, refused = 0 WHERE id = ${id}`)
  forgetRefusals(ctx, id)
}

export interface Begun {
  readonly state: Extract<ImportState, 'trying' | 'running' | 'undoing'>
  /** Null for who works without one. */
  readonly taskId: string | null
}

export function writeBegun(ctx: Context, id: string, { state, taskId }: Begun): void {
  ctx.tx.later(sql`
    UPDATE catalog.import SET state = ${state}, task_id = ${taskId}, problem = NULL, heard_at = ${ctx.now},
      started_at = CASE WHEN ${state} = 'running' THEN coalesce(started_at, ${ctx.now}) ELSE started_at END WHERE id = ${id}`)
}

export interface TriedImport {
  readonly report: unknown
  readonly problem: unknown
  readonly currency: string | null
  readonly location: string | null
}

export function writeTried(ctx: Context, id: string, { report, problem, currency, location }: TriedImport): void {
  ctx.tx.later(sql`
    UPDATE catalog.import SET state = ${problem === null ? 'tried' : 'refused'}, report = ${report === null ? null : jsonText(report)}::jsonb,
      problem = ${problem === null ? null : jsonText(problem)}::jsonb, currency = coalesce(${currency}, currency),
      location = coalesce(${location}, location)
    WHERE id = ${id} AND state = 'trying'`)
}

export function forgetRefusals(ctx: Context, id: string): void {
  ctx.tx.later(sql`DELETE FROM catalog.import_refusal WHERE import_id = ${id}`)
}

/** Behind those that are there; counted by rows, of which one may be refused for several reasons. */
export function writeRefusals(ctx: Context, id: string, refused: readonly ImportRefusal[]): void {
  if (refused.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO catalog.import_refusal (import_id, number, row, line, column_name, refusal)
    SELECT ${id}::uuid, place.number + (SELECT coalesce(max(number), 0) FROM catalog.import_refusal WHERE import_id = ${id}),
      place.row, place.line, place.column_name, place.refusal
    FROM jsonb_to_recordset(${jsonText(refused.map(({ column, ...rest }, at) => ({ ...rest, column_name: column, number: at + 1 })))}::jsonb)
      AS place(number int, row int, line int, column_name text, refusal jsonb)`)
  ctx.tx.later(sql`
    UPDATE catalog.import SET refused = (SELECT count(DISTINCT row) FROM catalog.import_refusal WHERE import_id = ${id})
    WHERE id = ${id}`)
}

export interface Step {
  /** Products of the file before this chunk, and behind it. */
  readonly from: number
  readonly to: number
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly products: readonly ImportedProductRecord[]
  /** In which its prices are, and where its stock lies: what taking it back needs to know. */
  readonly currency: string
  readonly location: string
}

/** In the chunk's own transaction. Whoever else carried it out meanwhile has moved the mark: then all of this is rolled back. */
export function writeStep(ctx: Context, id: string, step: Step): void {
  const { from, to, created, changed, unchanged, products, currency, location } = step
  ctx.tx.later(
    sql`
    UPDATE catalog.import SET done = ${to}, heard_at = ${ctx.now}, created = created + ${created}, changed = changed + ${changed},
      unchanged = unchanged + ${unchanged}, currency = coalesce(currency, ${currency}), location = coalesce(location, ${location})
    WHERE id = ${id} AND done = ${from} AND state = 'running'`,
    { affects: { rows: 1, otherwise: () => importRefusals.import_not_now() } },
  )
  if (products.length === 0) return
  const rows = products.map(({ productId, ...rest }, at) => ({ ...rest, product_id: productId, number: from + at + 1 }))
  ctx.tx.later(sql`
    INSERT INTO catalog.import_product (import_id, number, product_id, handle, created, differences)
    SELECT ${id}::uuid, number, product_id, handle, created, differences FROM jsonb_to_recordset(${jsonText(rows)}::jsonb)
      AS product(number int, product_id uuid, handle text, created boolean, differences jsonb)`)
}

export function writeEnded(ctx: Context, id: string, state: 'stopped' | 'done', problem: unknown): void {
  ctx.tx.later(sql`
    UPDATE catalog.import SET state = ${state}, finished_at = ${ctx.now},
      problem = ${problem === null ? null : jsonText(problem)}::jsonb
    WHERE id = ${id} AND state = 'running'`)
}

/** Of what was read and refused as a whole, before anything was written. */
export function writeRefused(ctx: Context, id: string, problem: Refusal): void {
  ctx.tx.later(sql`
    UPDATE catalog.import SET state = 'refused', whole = false, problem = ${jsonText(problem)}::jsonb
    WHERE id = ${id} AND state = 'running' AND done = 0`)
}

export interface ProductToUndo extends ImportedProductRecord {
  readonly number: number
}

/** The last ones first. */
export function lockToUndo(ctx: Context, id: string, limit: number): Promise<ProductToUndo[]> {
  return ctx.tx.rows(sql<ProductToUndo>`
    SELECT number, product_id AS "productId", handle, created, differences FROM catalog.import_product
    WHERE import_id = ${id} AND undone_at IS NULL ORDER BY number DESC LIMIT ${limit} FOR UPDATE`)
}

export interface UndoneProduct {
  readonly number: number
  readonly kept: readonly KeptChange[]
}

export function writeUndone(ctx: Context, id: string, products: readonly UndoneProduct[]): void {
  const partly = products.filter(({ kept }) => kept.length > 0).length
  ctx.tx.later(sql`
    UPDATE catalog.import_product old SET undone_at = ${ctx.now}, kept = p.kept
    FROM jsonb_to_recordset(${jsonText(products)}::jsonb) AS p(number int, kept jsonb)
    WHERE old.import_id = ${id} AND old.number = p.number AND old.undone_at IS NULL`)
  ctx.tx.later(sql`
    UPDATE catalog.import SET undone = undone + ${products.length - partly}, kept_back = kept_back + ${partly} WHERE id = ${id}`)
}

export function writeUndoEnded(ctx: Context, id: string): void {
  ctx.tx.later(sql`
    UPDATE catalog.import SET state = 'undone', undone_at = ${ctx.now} WHERE id = ${id} AND state = 'undoing'`)
}

export function forgetFiles(ctx: Context, before: Date): void {
  ctx.tx.later(sql`
    DELETE FROM catalog.import_file f USING catalog.import i WHERE i.id = f.import_id AND i.created_at < ${before}`)
}

export function writeMapping(
  ctx: Context,
  { name, headings, fields }: { name: string; headings: readonly string[]; fields: readonly (string | null)[] },
): void {
  ctx.tx.later(sql`
    INSERT INTO catalog.import_mapping (name, headings, fields, updated_at)
    VALUES (${name}, ${jsonText(headings)}::jsonb, ${jsonText(fields)}::jsonb, ${ctx.now})
    ON CONFLICT (name) DO UPDATE SET headings = excluded.headings, fields = excluded.fields, updated_at = excluded.updated_at`)
}

export function deleteMapping(ctx: Context, name: string): Promise<{ name: string } | undefined> {
  return ctx.tx.row(sql<{ name: string }>`DELETE FROM catalog.import_mapping WHERE name = ${name} RETURNING name`)
}
