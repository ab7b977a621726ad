import { createHmac } from 'node:crypto'
import pg from 'pg'
import { isPostgresError } from '../database/errors.ts'
import { asRole } from './address.ts'
import { databaseProblem } from './problem.ts'

/** The role as which the program reads and writes rows. It owns nothing, so it can change no table and no right. */
export const APP_ROLE = 'fondaco_app'
const ROLE_LOCK = 7_206_202_613

/** The application's address beside the owner's: its password follows from the owner's, so that nothing more is stored. */
export function appUrlOf(ownerUrl: string): string {
  return asRole(ownerUrl, APP_ROLE, appPassword(ownerUrl))
}

function appPassword(ownerUrl: string): string {
  const ownerPassword = decodeURIComponent(new URL(ownerUrl).password)
  return createHmac('sha256', ownerPassword).update(APP_ROLE).digest('hex')
}

/**
 * Makes the application role where it is missing and gives it the password of `appUrlOf` where it has another. Roles belong
 * to the whole server, so starters take turns.
 */
export async function prepareAppRole(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'fondaco roles' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ROLE_LOCK])
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE])
    if (rowCount === 0) await makeRole(client, ownerUrl)
    else if (!(await canSignIn(ownerUrl))) await givePassword(client, ownerUrl)
  } finally {
    await client.end()
  }
}

async function makeRole(client: pg.Client, ownerUrl: string): Promise<void> {
  await attempt(
    client,
    `CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${appPassword(ownerUrl)}'`,
    'The role "fondaco_app" is missing and the owner role may not create it.',
  )
}

async function givePassword(client: pg.Client, ownerUrl: string): Promise<void> {
  await attempt(
    client,
    `ALTER ROLE ${APP_ROLE} LOGIN PASSWORD '${appPassword(ownerUrl)}'`,
    'The role "fondaco_app" has another password and the owner role may not change it.',
  )
}

/** The lock holds within one database; another starter may come from another one: duplicate object, duplicate key. */
const TAKEN_MEANWHILE = new Set(['42710', '23505'])

async function attempt(client: pg.Client, statement: string, message: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (cause) {
    if (isPostgresError(cause) && TAKEN_MEANWHILE.has(cause.code)) return
    throw databaseProblem(cause, message, `Let an administrator of the database run: ${statement};`)
  }
}

async function canSignIn(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: appUrlOf(ownerUrl), connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && (error.code === '28P01' || error.code === '28000'))
  } finally {
    await client.end().catch(() => {})
  }
}
