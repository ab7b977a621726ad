import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { CustomerId } from '../domain/customer.ts'

export interface Person {
  readonly email: string
  readonly name: string
  readonly locale: string
}

/**
 * The customer with this e-mail address, made if there is none. One statement in most cases; when another transaction makes
 * the same customer at this moment, the insertion waits for it, finds the row, and the statement's own snapshot does not:
 * then it is looked up once more.
 */
export async function findOrInsert(ctx: Context, person: Person): Promise<{ id: CustomerId; isNew: boolean }> {
  const row = await ctx.tx.row(sql<{ id: CustomerId; is_new: boolean }>`
    WITH made AS (
      INSERT INTO customers.customer (id, email, name, locale, created_at)
      VALUES (${ctx.newId<'customer'>()}, ${person.email}, ${person.name}, ${person.locale}, ${ctx.now})
      ON CONFLICT (email) DO NOTHING RETURNING id)
    SELECT id, true AS is_new FROM made
    UNION ALL SELECT id, false FROM customers.customer WHERE email = ${person.email}`)
  if (row) return { id: row.id, isNew: row.is_new }
  const other = await ctx.tx.row(
    sql<{ id: CustomerId }>`SELECT id FROM customers.customer WHERE email = ${person.email}`,
  )
  if (!other) throw new Error('a customer was neither found nor made')
  return { id: other.id, isNew: false }
}

export interface LockedCustomer {
  readonly id: CustomerId
  readonly version: number
  readonly registered: boolean
}

export function lockCustomer(tx: Transaction, id: string): Promise<LockedCustomer | undefined> {
  return tx.row(sql<LockedCustomer>`
    SELECT id, version, password_hash IS NOT NULL AS registered FROM customers.customer WHERE id = ${id} FOR UPDATE`)
}

/** Of a customer whose row is locked. */
export function readContact(tx: Transaction, id: CustomerId): Promise<{ email: string; name: string } | undefined> {
  return tx.row(sql<{ email: string; name: string }>`SELECT email, name FROM customers.customer WHERE id = ${id}`)
}

export function storeRegistered(ctx: Context, id: CustomerId, person: { name: string; passwordHash: string }): void {
  ctx.tx.later(sql`
    UPDATE customers.customer SET name = ${person.name}, password_hash = ${person.passwordHash}, version = version + 1
    WHERE id = ${id}`)
}
