import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { CompanyId, OutsideKind } from '../domain/company.ts'
import { refusals } from '../domain/refusals.ts'

export interface Company {
  readonly id: CompanyId
  readonly kind: OutsideKind
  readonly name: string
}

const meanings = { refusals: { company_name: () => refusals.company_name_taken({ field: 'name' }) } }

export async function companyExists(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.row(sql`SELECT 1 FROM people.company WHERE id = ${id}`)) !== undefined
}

export async function findCompanyName(tx: Transaction, id: string): Promise<string | null> {
  return (await tx.row(sql<{ name: string }>`SELECT name FROM people.company WHERE id = ${id}`))?.name ?? null
}

export function insertCompany(ctx: Context, { id, kind, name }: Company): void {
  ctx.tx.later(
    sql`INSERT INTO people.company (id, kind, name, created_at) VALUES (${id}, ${kind}, ${name}, ${ctx.now})`,
    meanings,
  )
}

export function updateCompany(ctx: Context, { id, kind, name }: Company): void {
  ctx.tx.later(
    sql`UPDATE people.company SET kind = ${kind}, name = ${name}, version = version + 1 WHERE id = ${id}`,
    meanings,
  )
}
