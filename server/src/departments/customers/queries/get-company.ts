import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'

interface CompanyRow {
  readonly id: string
  readonly legalName: string
  readonly country: string
  readonly vatNumber: string | null
  readonly taxCode: string | null
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly region: string
  readonly version: number
  readonly buyers: { id: string; name: string; email: string }[]
}

const MOST_BUYERS = 500

export async function getCompany(reader: Pick<Database, 'row'>, id: string): Promise<Result<CompanyRow>> {
  const row = await reader.row(sql<CompanyRow>`
    SELECT o.id, o.legal_name AS "legalName", o.country, o.vat_number AS "vatNumber", o.tax_code AS "taxCode", o.street, o.postcode,
      o.city, o.region, o.version,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'email', b.email)), '[]') FROM (
        SELECT c.id, c.name, c.email FROM customers.customer c WHERE c.company_id = o.id ORDER BY lower(c.name), c.id
        LIMIT ${MOST_BUYERS}) b) AS buyers
    FROM customers.company o WHERE o.id = ${id}`)
  return row ? ok(row) : refusals.company_not_found()
}

export async function companyExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return isUuid(id) && (await reader.row(sql`SELECT 1 FROM customers.company WHERE id = ${id}`)) !== undefined
}

export async function companyTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, legal_name AS title FROM customers.company WHERE id = ANY(${ids.filter(isUuid)}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** For whom a customer buys. */
export function findCompanyOf(
  reader: Pick<Database, 'row'>,
  customerId: string,
): Promise<{ id: string; legalName: string } | undefined> {
  return reader.row(sql<{ id: string; legalName: string }>`
    SELECT o.id, o.legal_name AS "legalName" FROM customers.customer c JOIN customers.company o ON o.id = c.company_id
    WHERE c.id = ${customerId}`)
}

/** What price lists offer to choose from, by name. */
export function listCompanyChoices(reader: Pick<Database, 'rows'>): Promise<{ code: string; name: string }[]> {
  return reader.rows(sql<{ code: string; name: string }>`
    SELECT id::text AS code, legal_name AS name FROM customers.company ORDER BY lower(legal_name), id LIMIT 500`)
}

export interface ExemptionView {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly country: string
  readonly region: string | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly state: string
}

/** Certificates of a customer, or of a company; the newest first. */
export function listExemptions(
  reader: Pick<Database, 'rows'>,
  of: { readonly customerId: string } | { readonly companyId: string },
): Promise<ExemptionView[]> {
  const whose: Fragment =
    'customerId' in of ? fragment`customer_id = ${of.customerId}` : fragment`company_id = ${of.companyId}`
  return reader.rows(sql<ExemptionView>`
    SELECT id, kind, number, country, region, valid_from AS "validFrom", valid_to AS "validTo", state
    FROM customers.exemption WHERE ${whose} ORDER BY created_at DESC, id DESC LIMIT 100`)
}
