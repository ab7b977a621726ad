/**
 * The physical limit of a transaction: PostgreSQL's own load generator, written in C, sending the very statements that our
 * program sent, one after the other, each prepared once (`-M prepared`).
 *
 * The values of each transaction were recorded from a real one of ours and stand in a work table. pgbench takes its row by
 * one statement ahead of the transaction; that statement is measured alone in the same round and subtracted.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type pg from 'pg'
import type { SentStatement } from './recording.ts'

export const PGBENCH_REMEDY =
  'pgbench is missing: install it (Debian, Ubuntu: apt install postgresql-contrib) or name it in PGBENCH. Without it there is no limit to compare with.'

/** `PGBENCH=` (empty) leaves it out. */
export function findPgbench(): string | undefined {
  const given = process.env.PGBENCH
  if (given !== undefined) return given === '' ? undefined : given
  const versions = '/usr/lib/postgresql'
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...(existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, 'bin')) : []),
  ]
  return folders.map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path))
}

/** The fetching alone has a sequence of its own, so that it uses up no transaction. */
export type Turns = 'bench.turn' | 'bench.fetch_turn'

/** One value everywhere, NULL everywhere, or a column of the work table. */
type Source = { readonly column: string } | 'null'

export interface Plan {
  /** Takes the next transaction's values, by this sequence. */
  fetchBy(sequence: Turns): string
  readonly transaction: string
  /** BEGIN and COMMIT included. */
  readonly statements: number
  readonly columns: ReadonlyMap<string, readonly (string | null)[]>
}

/** Makes the script from recorded transactions, which must all have sent the same statements. */
export function planScript(transactions: readonly (readonly SentStatement[])[]): Plan {
  const [first] = transactions
  if (!first) throw new Error('nothing was recorded')
  for (const other of transactions) refuseDifferent(first, other)
  const columns = new Map<string, readonly (string | null)[]>()
  const known = new Map<string, Source>()
  const statements = first.map(({ text, values }, statement) => {
    const sources = values.map((_, index) => {
      const column = transactions.map((sent) => sent[statement]?.values[index] ?? null)
      return sourceOf(column, known, columns)
    })
    return scriptText(text, sources)
  })
  const names = [...columns.keys()].join(', ')
  return {
    fetchBy: (sequence) =>
      `WITH next AS MATERIALIZED (SELECT nextval('${sequence}') AS turn) SELECT ${names} FROM next JOIN bench.work USING (turn) \\gset\n`,
    transaction: ['BEGIN', ...statements, 'COMMIT'].map((text) => `${text};\n`).join(''),
    statements: statements.length + 2,
    columns,
  }
}

function refuseDifferent(first: readonly SentStatement[], other: readonly SentStatement[]): void {
  const differs = first.length !== other.length || first.some(({ text }, index) => text !== other[index]?.text)
  if (differs)
    throw new Error('The recorded transactions did not send the same statements, so one script cannot stand for them.')
}

function sourceOf(
  values: readonly (string | null)[],
  known: Map<string, Source>,
  columns: Map<string, readonly (string | null)[]>,
): Source {
  const nulls = values.filter((value) => value === null).length
  if (nulls === values.length) return 'null'
  // \gset makes an empty text of NULL, so a value that is NULL only sometimes cannot travel this way.
  if (nulls > 0) throw new Error('A recorded value is NULL in some transactions only.')
  const key = JSON.stringify(values)
  const source = known.get(key) ?? { column: `c${known.size}` }
  known.set(key, source)
  if (source !== 'null') columns.set(source.column, values)
  return source
}

function scriptText(text: string, sources: readonly Source[]): string {
  if (/(?<!:):\w/.test(text)) throw new Error(`pgbench would take a part of this for a variable: ${text}`)
  return text.trim().replace(/\$(\d+)/g, (_, number: string) => {
    const source = sources[Number(number) - 1]
    if (source === undefined) throw new Error(`no value for $${number}`)
    return source === 'null' ? 'NULL' : `:${source.column}`
  })
}

/** Puts the values into bench.work, where the role that pgbench signs in as may read them. */
export async function layOut(owner: pg.Client, { columns }: Plan, role: string): Promise<void> {
  const names = [...columns.keys()]
  const definitions = names.map((name) => `${name} text NOT NULL`).join(', ')
  await owner.query(`DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench; CREATE SEQUENCE bench.turn; CREATE SEQUENCE bench.fetch_turn;
    CREATE TABLE bench.work (turn bigint PRIMARY KEY, ${definitions});
    GRANT USAGE ON SCHEMA bench TO ${role}; GRANT SELECT ON bench.work TO ${role}; GRANT USAGE ON SEQUENCE bench.turn, bench.fetch_turn TO ${role}`)
  const parameters = names.map((_, index) => `$${index + 1}::text[]`).join(', ')
  await owner.query(
    `INSERT INTO bench.work SELECT row_number() OVER (), * FROM unnest(${parameters})`,
    names.map((name) => columns.get(name)),
  )
  await owner.query('ANALYZE bench.work')
}

export function pgbenchVersion(program: string): string {
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()
}
