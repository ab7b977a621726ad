import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { DebitTerms } from '../domain/debit-terms.ts'
import type { PaymentMethod } from '../domain/method.ts'

export interface MethodRecord extends PaymentMethod {
  readonly position: number
  readonly active: boolean
  readonly version: number
}

/** Every method, also those not offered now, for those who change them. */
export function listMethodRecords(reader: Pick<Database, 'rows'>): Promise<MethodRecord[]> {
  return reader.rows(sql<MethodRecord>`
    SELECT code, kind, provider, names, instructions, markets, countries, currencies, min_total AS "minTotal", max_total AS "maxTotal",
      customer_groups AS "customerGroups", clears, due_days AS "dueDays", account, debit, position, active, version
    FROM payments.payment_method ORDER BY position, code`)
}

/** Those that the shop offers, in its order; to which purchases each says by itself. */
export async function listActiveMethods(reader: Pick<Database, 'rows'>): Promise<PaymentMethod[]> {
  return (await listMethodRecords(reader)).filter(({ active }) => active)
}

export async function methodExists(reader: Pick<Database, 'row'>, code: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM payments.payment_method WHERE code = ${code}`)) !== undefined
}

export async function methodTitles(
  reader: Pick<Database, 'rows'>,
  codes: readonly string[],
  locale: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ code: string; title: string }>`
    SELECT code, coalesce(names ->> ${locale}::text, names ->> 'en', code) AS title FROM payments.payment_method
    WHERE code = ANY(${codes}::text[])`)
  return new Map(rows.map(({ code, title }) => [code, title]))
}

/** Who collects by a way to pay as the shop has it now; undefined where nothing is collected by it. */
export async function findDebitTerms(reader: Pick<Database, 'rows'>, code: string): Promise<DebitTerms | undefined> {
  const [row] = await reader.rows(sql<{ debit: DebitTerms | null }>`
    SELECT debit FROM payments.payment_method WHERE code = ${code} AND kind = 'sepa_debit'`)
  return row?.debit ?? undefined
}

export interface OwnAccount {
  readonly name: string
  readonly iban: string
  readonly bic: string
}

/** The shop's accounts, by the ways to pay that name them. */
export async function listOwnAccounts(
  reader: Pick<Database, 'rows'>,
): Promise<(OwnAccount & { readonly method: string })[]> {
  const methods = await listMethodRecords(reader)
  return methods.flatMap(({ code: method, account, debit }) => {
    if (debit) return [{ method, name: debit.name, iban: debit.iban, bic: debit.bic }]
    return account ? [{ method, name: account.holder, iban: account.iban, bic: account.bic }] : []
  })
}

export async function findOwnAccount(reader: Pick<Database, 'rows'>, code: string): Promise<OwnAccount | undefined> {
  const found = (await listOwnAccounts(reader)).find(({ method }) => method === code)
  return found && { name: found.name, iban: found.iban, bic: found.bic }
}
