import type { Database } from './pool.ts'
import { sql } from './sql.ts'

interface Column {
  readonly schema: string
  readonly table: string
  /** A tsvector. */
  readonly column: string
}

type Shares = ReadonlyMap<string, number>

interface Kept {
  readonly shares: Promise<Shares>
  readonly until: number
}

const FRESH_MS = 60_000
const kept = new WeakMap<object, Map<string, Kept>>()

/**
 * The words that stand in many rows, each with the share of the rows that have it, as ANALYZE last found them: the thousand most
 * frequent. What is not among them is rare, or was never analysed. A search asks for its rare words along the index and for the others of
 * what that finds: an index of words reads all places of a frequent word, however few rows the other words leave. Only ways are
 * chosen by it, never answers, so that it may be a minute old.
 */
export function frequentWords(
  reader: Pick<Database, 'rows'>,
  { schema, table, column }: Column,
): Promise<ReadonlyMap<string, number>> {
  const name = `${schema}.${table}.${column}`
  const known = kept.get(reader) ?? new Map<string, Kept>()
  kept.set(reader, known)
  const fresh = known.get(name)
  if (fresh && fresh.until > performance.now()) return fresh.shares
  const shares = ask(reader, { schema, table, column })
  known.set(name, { shares, until: performance.now() + FRESH_MS })
  shares.catch(() => known.delete(name))
  return shares
}

async function ask(reader: Pick<Database, 'rows'>, { schema, table, column }: Column): Promise<Shares> {
  const rows = await reader.rows(sql<{ word: string; share: number }>`
    SELECT m.word, m.share FROM pg_stats s,
      unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS m (word, share)
    WHERE s.schemaname = ${schema} AND s.tablename = ${table} AND s.attname = ${column} AND m.word IS NOT NULL`)
  return new Map(rows.map(({ word, share }) => [word, share]))
}
