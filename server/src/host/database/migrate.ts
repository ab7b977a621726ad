import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export interface MigrationSource {
  /** Schema name: `host` or a department's. */
  readonly schema: string
  readonly folder: string
}

export interface Migration {
  readonly schema: string
  readonly name: string
  readonly text: string
  readonly checksum: string
}

export class MigrationProblem extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.remedy = remedy
  }
}

const LOCK_KEY = 7_206_202_611

/** Files `NNNN-name.sql` in order, source by source: a department's migrations may build on those of the sources before it. */
export function readMigrations(sources: readonly MigrationSource[]): Migration[] {
  return sources.flatMap(({ schema, folder }) => {
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
      .sort()
      .map((name) => {
        const text = readFileSync(join(folder, name), 'utf8')
        return { schema, name, text, checksum: createHash('sha256').update(text).digest('hex') }
      })
  })
}

/**
 * Brings one organisation's database to the newest schema with the owner's rights. Each file runs in a transaction of its
 * own together with its row in host.migration, so that a kill at any point leaves whole steps and a rerun goes on from
 * there; an advisory lock makes two starters take turns. An applied file that was edited is refused.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  onProgress: (sentence: string) => void = () => {},
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'fondaco migrate' })
  // A connection that is cut is told by the query that is under way.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
    await prepare(client)
    const applied = await appliedChecksums(client)
    refuseEdited(migrations, applied)
    const pending = migrations.filter((migration) => !applied.has(keyOf(migration)))
    const last = pending.at(-1)
    for (const migration of pending) {
      if (pending.length < 20) onProgress(`Applying ${migration.schema}/${migration.name}`)
      // With the last file or not at all: killed between the two, a rerun would find nothing left to do, and a house without rights.
      await apply(client, migration, migration === last ? () => grantRights(client) : undefined)
    }
    return pending.length
  } finally {
    await client.end()
  }
}

const keyOf = (migration: { schema: string; name: string }) => `${migration.schema}/${migration.name}`

async function prepare(client: pg.Client): Promise<void> {
  await client.query(`
    SET client_min_messages TO warning;
    CREATE SCHEMA IF NOT EXISTS host;
    CREATE SCHEMA IF NOT EXISTS verify;
    CREATE TABLE IF NOT EXISTS host.migration (
      schema_name text NOT NULL,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (schema_name, name)
    )`)
}

async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ schema_name: string; name: string; checksum: string }>(
    'SELECT schema_name, name, checksum FROM host.migration',
  )
  return new Map(rows.map((row) => [`${row.schema_name}/${row.name}`, row.checksum]))
}

function refuseEdited(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  for (const migration of migrations) {
    const checksum = applied.get(keyOf(migration))
    if (checksum === undefined || checksum === migration.checksum) continue
    throw new MigrationProblem(
      `The migration ${keyOf(migration)} was changed after it had been applied.`,
      'Put the file back as it was and write the change as a new migration with the next number.',
    )
  }
}

async function apply(client: pg.Client, migration: Migration, beside?: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(migration.schema)}`)
    await client.query(migration.text)
    await client.query('INSERT INTO host.migration (schema_name, name, checksum) VALUES ($1, $2, $3)', [
      migration.schema,
      migration.name,
      migration.checksum,
    ])
    await beside?.()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationProblem(
      `The migration ${keyOf(migration)} failed: ${reason}`,
      'Nothing of it was kept. Mend its cause and start again; the migrations before it stay applied.',
    )
  }
}

/** The registry of organisations is no house: it has no final tables, and grants what it grants in its own migrations. */
async function hasFinalTables(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass('host.final_table') IS NOT NULL AS found`)
  return rows[0]?.found ?? false
}

/** The application role reads and writes rows and nothing else; final tables it may only read and append to. */
async function grantRights(client: pg.Client): Promise<void> {
  if (!(await hasFinalTables(client))) return
  const { rows } = await client.query<{ nspname: string }>(
    `SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'public')`,
  )
  const statements = rows.flatMap(({ nspname }) => {
    const schema = pg.escapeIdentifier(nspname)
    const rights = nspname === 'verify' ? 'SELECT' : 'SELECT, INSERT, UPDATE, DELETE'
    return [
      `GRANT USAGE ON SCHEMA ${schema} TO fondaco_app`,
      `GRANT ${rights} ON ALL TABLES IN SCHEMA ${schema} TO fondaco_app`,
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO fondaco_app`,
    ]
  })
  const { rows: finals } = await client.query<{ name: string }>('SELECT name FROM host.final_table')
  for (const { name } of finals) {
    const table = name
      .split('.')
      .map((part) => pg.escapeIdentifier(part))
      .join('.')
    statements.push(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM fondaco_app`)
  }
  statements.push('REVOKE INSERT, UPDATE, DELETE ON host.migration, host.final_table FROM fondaco_app')
  await client.query(statements.join(';\n'))
}
