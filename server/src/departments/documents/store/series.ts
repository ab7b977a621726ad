import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { Fault } from '../../../kernel/assert.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { DocumentKind } from '../domain/document.ts'
import { refusals } from '../domain/refusals.ts'
import { usualForm, yearOf, type SeriesForm, type SeriesState } from '../domain/series.ts'

export interface StoredSeries extends SeriesState {
  readonly id: string
  readonly lastHash: Buffer | null
}

export interface SeriesKey {
  readonly entityId: string
  readonly kind: DocumentKind
}

/** One order's documents at a time: what it lacks is decided by what it has, which is read behind the lock. Before any series. */
export function lockOrderDocuments(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`documents ${orderId}`}, 0))`)
}

/**
 * The series in use, held until the transaction ends, so that its next number is given back with whatever is rolled back: no gap and
 * no repeat. Locked last; several by their place among the kinds (docs/lock-order.md). An entity without one gets the usual.
 */
export async function lockSeries(ctx: Context, key: SeriesKey, today: LocalDate): Promise<StoredSeries> {
  const held = await findForUpdate(ctx, key)
  if (held) return held
  // None yet, or another began while we waited for the one that ended: the next look sees it.
  const form = usualForm(key.kind)
  ctx.tx.later(sql`
    INSERT INTO documents.series (id, entity_id, kind, format, digits, first_year, first_number, begun_at)
    VALUES (${ctx.newId()}, ${key.entityId}, ${key.kind}, ${form.format}, ${form.digits}, ${yearOf(form, today)}, 1, ${ctx.now})
    ON CONFLICT DO NOTHING`)
  const begun = await findForUpdate(ctx, key)
  if (!begun) throw new Fault(`no series of ${key.kind} to number by`)
  return begun
}

/** Undefined where none was begun. */
export function findForUpdate(ctx: Context, { entityId, kind }: SeriesKey): Promise<StoredSeries | undefined> {
  return ctx.tx.row(sql<StoredSeries>`
    SELECT id, format, digits, first_year AS "firstYear", first_number AS "firstNumber", last_year AS "lastYear",
      last_number AS "lastNumber", last_on AS "lastOn", last_hash AS "lastHash"
    FROM documents.series WHERE entity_id = ${entityId} AND kind = ${kind} AND ended_at IS NULL FOR UPDATE`)
}

export function insertSeries(
  ctx: Context,
  id: string,
  series: SeriesKey & SeriesForm & { readonly firstYear: number; readonly firstNumber: bigint },
): void {
  ctx.tx.later(
    sql`
    INSERT INTO documents.series (id, entity_id, kind, format, digits, first_year, first_number, begun_at)
    VALUES (${id}, ${series.entityId}, ${series.kind}, ${series.format}, ${series.digits}, ${series.firstYear},
      ${series.firstNumber}, ${ctx.now})`,
    {
      refusals: {
        series_of_a_format: () => refusals.format_taken({ field: 'format' }),
        series_in_use: () => refusals.format_taken({ field: 'format' }),
      },
    },
  )
}

/** What gave no number yet leaves no trace; another stays as it was, and numbers nothing more. */
export function endSeries(ctx: Context, series: StoredSeries): void {
  if (series.lastNumber === null) ctx.tx.later(sql`DELETE FROM documents.series WHERE id = ${series.id}`)
  else ctx.tx.later(sql`UPDATE documents.series SET ended_at = ${ctx.now} WHERE id = ${series.id}`)
}
