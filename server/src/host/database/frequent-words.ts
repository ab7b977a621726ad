import type { Database } from './pool.ts'
import { sql } from './sql.ts'

interface Column {
  readonly schema: string
  readonly table: string
  /** A tsvector. */
  readonly column: string
}

export interface FrequentWords {
  /** Word -> of all rows the part that has it. */
  readonly shares: ReadonlyMap<string, number>
  /** How many rows there are, roughly. */
  readonly rows: number
}

interface Kept {
  readonly known: Promise<FrequentWords>
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
): Promise<FrequentWords> {
  const name = `${schema}.${table}.${column}`
  const ofReader = kept.get(reader) ?? new Map<string, Kept>()
  kept.set(reader, ofReader)
  const fresh = ofReader.get(name)
  if (fresh && fresh.until > performance.now()) return fresh.known
  const known = ask(reader, { schema, table, column })
  ofReader.set(name, { known, until: performance.now() + FRESH_MS })
  known.catch(() => ofReader.delete(name))
  return known
}

async function ask(reader: Pick<Database, 'rows'>, { schema, table, column }: Column): Promise<FrequentWords> {
  const rows = await reader.rows(sql<{ word: string; share: number; rows: number }>`
    SELECT m.word, m.share, c.reltuples AS rows
    FROM pg_stats s JOIN pg_class c ON c.oid = format('%I.%I', s.schemaname, s.tablename)::regclass,
      unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS m (word, share)
    WHERE s.schemaname = ${schema} AND s.tablename = ${table} AND s.attname = ${column} AND m.word IS NOT NULL`)
  return { shares: new Map(rows.map(({ word, share }) => [word, share])), rows: rows[0]?.rows ?? 0 }
}
