import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { Staff, StaffId } from '../domain/staff.ts'

interface StaffRow {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly password_hash: string | null
  readonly roles: string[]
  readonly version: number
  readonly ended: boolean
}

export async function lockStaff(tx: Transaction, id: string): Promise<Staff | undefined> {
  const row = await tx.row(sql<StaffRow>`
    SELECT s.id, s.name, s.email, s.password_hash, s.version,
      ARRAY(SELECT role_code FROM people.staff_role WHERE staff_id = s.id ORDER BY role_code) AS roles,
      EXISTS (SELECT 1 FROM people.ending WHERE staff_id = s.id) AS ended
    FROM people.staff s WHERE s.id = ${id} FOR UPDATE OF s`)
  if (!row) return undefined
  const { password_hash: passwordHash, ...rest } = row
  return { ...rest, passwordHash }
}

/** Taken before anybody's: two owners who unseat each other at once meet here, and the second finds himself the last. */
export async function lockOwnership(tx: Transaction, ownerRole: string): Promise<void> {
  await tx.rows(sql`SELECT code FROM people.role WHERE code = ${ownerRole} FOR UPDATE`)
}
