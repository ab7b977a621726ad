import pg from 'pg'
import { loadSecret, type Secret } from '../host/config/secret.ts'
import type { Settings } from '../host/config/settings.ts'
import { appUrlOf } from '../host/organisations/app-role.ts'
import { assertDurability, startPostgres, type RunningPostgres } from '../host/postgres/launcher.ts'
import { Problem, progress } from './terminal.ts'

const EMBEDDED_DATABASE = 'fondaco'

/** The ground the house stands on: where its databases are and who may enter them. */
export interface Ground {
  /** Undefined where only the application role's address is known: such a process serves, and changes no schema. */
  readonly ownerUrl: string | undefined
  /** The registry's database as the application role. */
  readonly appUrl: string
  readonly makesAppRole: boolean
  readonly secret: Secret
  /** The embedded server, where there is no external one. */
  readonly postgres: RunningPostgres | undefined
}

/** The database that the settings name, or the embedded one, started or adopted. */
export async function openGround(settings: Settings, onProgress = progress): Promise<Ground> {
  const secret = await loadSecret(settings)
  const { databaseUrl, databaseAppUrl } = settings
  if (databaseUrl !== undefined || databaseAppUrl !== undefined) {
    return {
      ownerUrl: databaseUrl,
      appUrl: databaseAppUrl ?? appUrlOf(databaseUrl ?? ''),
      makesAppRole: databaseAppUrl === undefined,
      secret,
      postgres: undefined,
    }
  }
  const postgres = await startPostgres({ dataFolder: settings.dataFolder, durability: 'full', onProgress })
  await makeRegistryDatabase(postgres.ownerUrl('postgres'))
  const ownerUrl = postgres.ownerUrl(EMBEDDED_DATABASE)
  return { ownerUrl, appUrl: appUrlOf(ownerUrl), makesAppRole: true, secret, postgres }
}

export function ownerUrlOf(ground: Ground): string {
  if (ground.ownerUrl !== undefined) return ground.ownerUrl
  throw new Problem(
    'This command works with the rights of the database owner, and only DATABASE_APP_URL is set.',
    'Set DATABASE_URL to the address of the owner.',
  )
}

async function makeRegistryDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'fondaco start' })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [EMBEDDED_DATABASE])
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${EMBEDDED_DATABASE}`).catch((error: { code?: string }) => {
        if (error.code !== '42P04' && error.code !== '23505') throw error
      })
    }
  } finally {
    await client.end()
  }
}

/** Refuses a server that could lose an acknowledged sale (reliability.md: what the program asserts at boot). */
export async function refuseCareless(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const faults = await assertDurability(client)
    if (faults.length === 0) return
    throw new Problem(
      `The database does not keep what it acknowledges: ${faults.join(' ')}`,
      'Turn these on in postgresql.conf (data checksums with pg_checksums --enable) and restart the database.',
    )
  } finally {
    await client.end()
  }
}
