import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { StaffId } from '../domain/staff.ts'
import { passwordIsOff } from './oidc-providers.ts'
import { worksHere } from './who-may-act.ts'

export interface Credentials {
  readonly owner: { readonly id: StaffId; readonly name: string; readonly email: string }
  readonly passwordHash: string | null
}

interface CredentialsRow {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly password_hash: string | null
}

/** Of those who may sign in: whoever left is as unknown as who never came. */
export async function findCredentials(database: Database, by: { email: string } | { id: string }) {
  const row = await ('email' in by ? findByEmail(database, by.email) : findById(database, by.id))
  if (!row) return undefined
  const { password_hash: passwordHash, ...owner } = row
  return { owner, passwordHash } satisfies Credentials
}

/** Where a provider's domain takes no passwords, the right one is as wrong as any other, after the same work. */
function findByEmail(database: Database, email: string): Promise<CredentialsRow | undefined> {
  return database.row(sql<CredentialsRow>`
    SELECT id, name, email, CASE WHEN ${passwordIsOff} THEN NULL ELSE password_hash END AS password_hash FROM people.staff s
    WHERE email = ${email} AND ${worksHere()}`)
}

function findById(database: Database, id: string): Promise<CredentialsRow | undefined> {
  return database.row(sql<CredentialsRow>`
    SELECT id, name, email, password_hash FROM people.staff s
    WHERE id = ${id} AND ${worksHere()}`)
}
