import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { newId } from '../clock.ts'
import { migrate, readMigrations, type Migration } from '../database/migrate.ts'
import { isPostgresError } from '../database/errors.ts'
import { atDatabase, databaseNameOf, withoutPassword } from './address.ts'
import { prepareAppRole } from './app-role.ts'
import { DatabaseProblem, databaseProblem } from './problem.ts'

export interface RegisteredOrganisation {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly databaseName: string
  readonly demo: boolean
  readonly hostNames: readonly string[]
}

export interface NewOrganisation {
  readonly slug: string
  readonly name: string
  readonly demo: boolean
  readonly hostNames?: readonly string[]
}

export type Progress = (sentence: string) => void

/** The owner's hand on the organisations of one server: makes, migrates and removes their databases. */
export interface Registry {
  list(): Promise<RegisteredOrganisation[]>
  /** Makes the database, brings it up to date, and only then registers it; asked again after a kill, it goes on. */
  create(organisation: NewOrganisation): Promise<RegisteredOrganisation>
  /** Drops the organisation's database. Refuses what is not marked demo. */
  removeDemo(slug: string): Promise<void>
  /** Brings every organisation up to date; answers how many migrations were applied. */
  migrateAll(): Promise<number>
  ownerUrlOf(organisation: RegisteredOrganisation): string
}

export interface RegistryOptions {
  /** Owner's address; its database keeps the registry. */
  readonly ownerUrl: string
  readonly migrations: readonly Migration[]
  readonly onProgress?: Progress
  /** False where the application role is given (DATABASE_APP_URL) and not ours to make. */
  readonly makesAppRole?: boolean
  /** Only to look: no role is made and nothing is migrated, the registry itself included. */
  readonly onlyLooks?: boolean
}

const REGISTRY_MIGRATIONS = fileURLToPath(new URL('migrations', import.meta.url))

export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const { ownerUrl, migrations, onProgress = () => {} } = options
  await refuseUnreachable(ownerUrl)
  if (!options.onlyLooks) {
    if (options.makesAppRole ?? true) await prepareAppRole(ownerUrl)
    await migrate(ownerUrl, readMigrations([{ schema: 'registry', folder: REGISTRY_MIGRATIONS }]), onProgress)
  }
  const ownerUrlOf = ({ databaseName }: RegisteredOrganisation) => atDatabase(ownerUrl, databaseName)
  const list = () => ask(ownerUrl, LIST, []).catch(noneYet)

  return {
    list,
    ownerUrlOf,
    async create(organisation) {
      const databaseName = `${databaseNameOf(ownerUrl)}_${organisation.slug.replaceAll('-', '_')}`
      await makeDatabase(ownerUrl, databaseName)
      await migrate(atDatabase(ownerUrl, databaseName), migrations, onProgress)
      await register(ownerUrl, organisation, databaseName)
      const created = (await list()).find(({ slug }) => slug === organisation.slug)
      if (!created) throw new Error(`${organisation.slug} was registered and is not there`)
      return created
    },
    async removeDemo(slug) {
      const found = (await list()).find((organisation) => organisation.slug === slug)
      if (!found)
        throw new DatabaseProblem(`There is no organisation "${slug}".`, 'Run "fondaco doctor" to see which there are.')
      if (!found.demo)
        throw new DatabaseProblem(
          `"${slug}" is not a demo: it is never removed by this program.`,
          'Name an organisation that is marked demo.',
        )
      await ask(ownerUrl, 'DELETE FROM registry.organisation WHERE id = $1 AND demo', [found.id])
      await ask(ownerUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(found.databaseName)} WITH (FORCE)`, [])
    },
    async migrateAll() {
      let applied = 0
      for (const organisation of await list())
        applied += await migrate(ownerUrlOf(organisation), migrations, onProgress)
      return applied
    },
  }
}

const LIST = `
  SELECT o.id, o.slug, o.name, o.database_name AS "databaseName", o.demo,
    coalesce(array_agg(h.name ORDER BY h.name) FILTER (WHERE h.name IS NOT NULL), '{}') AS "hostNames"
  FROM registry.organisation o LEFT JOIN registry.host_name h ON h.organisation_id = o.id
  GROUP BY o.id ORDER BY o.created_at, o.id`

async function ask(url: string, text: string, values: readonly unknown[]): Promise<RegisteredOrganisation[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'fondaco registry' })
  await client.connect()
  try {
    return (await client.query<RegisteredOrganisation>(text, [...values])).rows
  } finally {
    await client.end()
  }
}

const NO_SUCH_TABLE = new Set(['42P01', '3F000'])

/** A database that Fondaco was never started on has no registry, and so no organisations. */
function noneYet(error: unknown): RegisteredOrganisation[] {
  if (isPostgresError(error) && NO_SUCH_TABLE.has(error.code)) return []
  throw error
}

const NO_SUCH_DATABASE = '3D000'
const WRONG_PASSWORD = new Set(['28P01', '28000'])

/** The commonest mistakes of a DATABASE_URL, each in a sentence. */
async function refuseUnreachable(ownerUrl: string): Promise<void> {
  try {
    await ask(ownerUrl, 'SELECT 1', [])
  } catch (cause) {
    const shown = withoutPassword(ownerUrl)
    const code = isPostgresError(cause) ? cause.code : ''
    if (code === NO_SUCH_DATABASE) {
      const remedy = `Let an administrator of the database run: CREATE DATABASE ${databaseNameOf(ownerUrl)} OWNER ${new URL(ownerUrl).username};`
      throw new DatabaseProblem(`The database of DATABASE_URL (${shown}) does not exist.`, remedy, { cause })
    }
    if (WRONG_PASSWORD.has(code)) {
      throw new DatabaseProblem(
        `The database refuses the name or password of DATABASE_URL (${shown}).`,
        'Correct them.',
        { cause },
      )
    }
    const words = cause instanceof Error ? cause.message || String(cause) : String(cause)
    const remedy = 'See that the server runs and takes connections from this machine, and that the address is right.'
    throw new DatabaseProblem(`The database at ${shown} cannot be reached (${words}).`, remedy, { cause })
  }
}

const DUPLICATE_DATABASE = '42P04'
const LOST_RACE = '23505'

async function makeDatabase(ownerUrl: string, name: string): Promise<void> {
  const statement = `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`
  try {
    await ask(ownerUrl, statement, [])
  } catch (cause) {
    if (isPostgresError(cause) && (cause.code === DUPLICATE_DATABASE || cause.code === LOST_RACE)) return
    const owner = new URL(ownerUrl).username
    const remedy = `Let an administrator of the database run: ${statement} OWNER ${owner}; or ALTER ROLE ${owner} CREATEDB;`
    throw databaseProblem(cause, `The database "${name}" is missing and the owner role may not create it.`, remedy)
  }
}

/** Conflicts on any key, not on the slug alone: of two who create at once, the second may meet the database's name first. */
async function register(ownerUrl: string, organisation: NewOrganisation, databaseName: string): Promise<void> {
  const { slug, name, demo, hostNames = [] } = organisation
  await ask(
    ownerUrl,
    `WITH made AS (
       INSERT INTO registry.organisation (id, slug, name, database_name, demo, created_at)
       VALUES ($1, $2, $3, $4, $5, now()) ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO registry.host_name (name, organisation_id) SELECT lower(host), made.id FROM made, unnest($6::text[]) host`,
    [newId(), slug, name, databaseName, demo, hostNames],
  )
}
