import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { IssuedDocument } from '../domain/document.ts'

type Reader = Pick<Database, 'rows'>

export interface KeptDocument {
  readonly document: IssuedDocument
  readonly market: string
  readonly cause: string
  readonly issuedAt: Date
  readonly hash: string
  readonly prevHash: string
  /** Its hash is that of its content and of the document before it. */
  readonly whole: boolean
}

interface Row {
  readonly payload: string
  readonly market: string
  readonly cause: string
  readonly issued_at: Date
  readonly hash: string
  readonly prev_hash: string
  readonly whole: boolean
}

export async function findDocument(reader: Reader, id: string): Promise<KeptDocument | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await reader.rows(sql<Row>`
    SELECT d.payload, d.market_code AS market, d.cause, d.issued_at, encode(d.hash, 'hex') AS hash,
      encode(d.prev_hash, 'hex') AS prev_hash, d.hash = sha256(d.prev_hash || convert_to(d.payload, 'UTF8'))
        AND d.prev_hash = coalesce(before.hash, decode(repeat('00', 32), 'hex')) AS whole
    FROM documents.document d LEFT JOIN LATERAL (
      SELECT hash FROM documents.document b WHERE b.series_id = d.series_id AND (b.year, b.number) < (d.year, d.number)
      ORDER BY b.year DESC, b.number DESC LIMIT 1) before ON true
    WHERE d.id = ${id}`)
  return row && toKept(row)
}

/** In the order in which they were issued. */
export async function listDocumentsOfOrder(reader: Reader, orderId: string): Promise<KeptDocument[]> {
  const rows = await reader.rows(sql<Row>`
    SELECT payload, market_code AS market, cause, issued_at, encode(hash, 'hex') AS hash, encode(prev_hash, 'hex') AS prev_hash,
      true AS whole
    FROM documents.document WHERE order_id = ${orderId} ORDER BY issued_at, id`)
  return rows.map(toKept)
}

function toKept({ payload, market, cause, issued_at, hash, prev_hash, whole }: Row): KeptDocument {
  const document = JSON.parse(payload) as IssuedDocument
  return { document, market, cause, issuedAt: issued_at, hash, prevHash: prev_hash, whole }
}

export async function documentExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM documents.document WHERE id = ${id}`)) !== undefined
}

/** A document is called by its number. */
export async function documentTitles(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; label: string }>`
    SELECT id, label FROM documents.document WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, label }) => [id, label]))
}
