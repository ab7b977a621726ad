import { createHash } from 'node:crypto'
import pg from 'pg'
import { migrate, type Migration } from '../host/database/migrate.ts'
import { atDatabase } from '../host/organisations/address.ts'
import { prepareAppRole } from '../host/organisations/app-role.ts'

const TEMPLATE_LOCK = 7_206_202_621
const KEPT_TEMPLATES = 6

/** The database that these migrations make, made once and kept as a template. Answers its name. */
export async function prepareTemplate(url: string, migrations: readonly Migration[]): Promise<string> {
  const name = `template_${fingerprint(migrations)}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if (await exists(client, name)) return name
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    if (await exists(client, name)) return name
    await prepareAppRole(url)
    await forgetOldTemplates(client)
    const making = `${name}_making`
    await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${making}`)
    await migrateTolerantly(atDatabase(url, making), migrations)
    await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`)
    return name
  } finally {
    await client.end()
  }
}

/**
 * A migration that fails keeps only its own schema (and what builds on it) out of the house, so that the tests of the others
 * go on while one department is half written; house.test.ts is the test that forgives nothing.
 */
async function migrateTolerantly(url: string, migrations: readonly Migration[]): Promise<void> {
  try {
    await migrate(url, migrations)
  } catch {
    for (const schema of new Set(migrations.map((migration) => migration.schema))) {
      const own = migrations.filter((migration) => migration.schema === schema)
      await migrate(url, own).catch((error: unknown) =>
        process.stderr.write(`Left out of the house: ${String(error)}\n`),
      )
    }
  }
}

function fingerprint(migrations: readonly Migration[]): string {
  const hash = createHash('sha256')
  for (const { schema, name, checksum } of migrations) hash.update(`${schema}/${name} ${checksum}\n`)
  return hash.digest('hex').slice(0, 16)
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  return rowCount === 1
}

/** Each edit of a migration makes a template; the newest few are enough. One in use stays. */
async function forgetOldTemplates(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%' AND length(datname) > 20 ORDER BY oid DESC OFFSET ${KEPT_TEMPLATES}`,
  )
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname}`).catch(() => {})
}
