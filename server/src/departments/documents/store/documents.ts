import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { canonicalText, type DocumentFacts, type IssuedDocument } from '../domain/document.ts'
import type { TakenNumber } from '../domain/series.ts'
import type { StoredSeries } from './series.ts'

export interface DocumentToKeep {
  readonly id: string
  readonly facts: DocumentFacts
  readonly entityId: string
  readonly marketCode: string
  readonly cause: string
}

const BEFORE_THE_FIRST = Buffer.alloc(32)

/** The document with its number, chained to the one before it, and the series that stands there now: in one, or not at all. */
export function insertDocument(
  ctx: Context,
  series: StoredSeries,
  taken: TakenNumber,
  { id, facts, entityId, marketCode, cause }: DocumentToKeep,
): IssuedDocument {
  const { year, label, issuedOn } = taken
  const issued: IssuedDocument = { ...facts, id, label, year, number: Number(taken.number), issuedOn }
  const payload = canonicalText(issued)
  const previous = series.lastHash ?? BEFORE_THE_FIRST
  ctx.tx.later(sql`
    INSERT INTO documents.document (id, series_id, year, number, label, kind, entity_id, market_code, order_id, order_number,
      customer, currency, total, tax, issued_on, issued_at, cause, credits, payload, prev_hash, hash)
    VALUES (${id}, ${series.id}, ${year}, ${taken.number}, ${label}, ${facts.kind}, ${entityId}, ${marketCode}, ${facts.order.id},
      ${BigInt(facts.order.number)}, ${facts.buyer.company ?? facts.buyer.name}, ${facts.currency}, ${BigInt(facts.total)},
      ${BigInt(facts.tax)}, ${issuedOn}, ${ctx.now}, ${cause}, ${facts.credits?.id ?? null}, ${payload}, ${previous}, sha256(${previous}::bytea || convert_to(${payload}::text, 'UTF8')))`)
  ctx.tx.later(sql`
    UPDATE documents.series SET last_year = ${year}, last_number = ${taken.number}, last_on = ${issuedOn}, last_hash = (SELECT hash FROM documents.document WHERE id = ${id})
    WHERE id = ${series.id}`)
  return issued
}
