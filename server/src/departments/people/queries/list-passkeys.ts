import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { StaffId } from '../domain/staff.ts'
import { worksHere } from './who-may-act.ts'

export interface PasskeyView {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

interface PasskeyRow {
  readonly id: string
  readonly name: string
  readonly created_at: Date
  readonly last_used_at: Date | null
}

export async function listPasskeys(reader: Pick<Database, 'rows'>, staffId: string): Promise<PasskeyView[]> {
  const rows = await reader.rows(sql<PasskeyRow>`
    SELECT id, name, created_at, last_used_at FROM people.passkey WHERE staff_id = ${staffId} ORDER BY created_at, id`)
  return rows.map(({ created_at, last_used_at, ...row }) => ({
    ...row,
    createdAt: created_at.toISOString(),
    lastUsedAt: last_used_at?.toISOString() ?? null,
  }))
}

export interface CredentialName {
  readonly id: string
  readonly transports: string[]
}

/** By what the browser finds the right device. */
export function listCredentialNames(reader: Pick<Database, 'rows'>, staffId: string): Promise<CredentialName[]> {
  return reader.rows(sql<CredentialName>`
    SELECT credential_id AS id, transports FROM people.passkey WHERE staff_id = ${staffId} ORDER BY created_at, id`)
}

export interface KnownPasskey {
  readonly id: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly staffId: StaffId
  readonly name: string
  readonly email: string
}

/** Of those who may sign in. */
export async function findPasskey(
  reader: Pick<Database, 'row'>,
  credentialId: string,
  now: Date,
): Promise<KnownPasskey | undefined> {
  const row = await reader.row(sql<Omit<KnownPasskey, 'counter'> & { counter: string }>`
    SELECT p.id, p.credential_id AS "credentialId", p.public_key AS "publicKey", p.counter::text AS counter,
      s.id AS "staffId", s.name, s.email
    FROM people.passkey p JOIN people.staff s ON s.id = p.staff_id
    WHERE p.credential_id = ${credentialId} AND ${worksHere(now)}`)
  return row && { ...row, counter: Number(row.counter) }
}
