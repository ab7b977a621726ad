import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CompanyDraft, CompanyId, ExemptionDraft, ExemptionId, ExemptionState } from '../domain/company.ts'
import { refusals } from '../domain/refusals.ts'

export interface LockedCompany extends CompanyDraft {
  readonly id: CompanyId
  readonly version: number
}

const taken = { company_vat_number: () => refusals.company_vat_number_taken({ field: 'vatNumber' }) }

/** Held: who changes a company, its buyers or its certificates waits here. */
export function lockCompany(ctx: Context, id: string): Promise<LockedCompany | undefined> {
  return ctx.tx.row(sql<LockedCompany>`
    SELECT id, legal_name AS "legalName", country, vat_number AS "vatNumber", vat_country AS "vatCountry", tax_code AS "taxCode",
      street, postcode, city, region, version
    FROM customers.company WHERE id = ${id} FOR UPDATE`)
}

export function insertCompany(ctx: Context, id: CompanyId, draft: CompanyDraft): void {
  ctx.tx.later(
    sql`
    INSERT INTO customers.company (id, legal_name, country, vat_number, vat_country, tax_code, street, postcode, city, region, created_at)
    VALUES (${id}, ${draft.legalName}, ${draft.country}, ${draft.vatNumber}, ${draft.vatCountry}, ${draft.taxCode}, ${draft.street},
      ${draft.postcode}, ${draft.city}, ${draft.region}, ${ctx.now})`,
    { refusals: taken },
  )
}

export function updateCompany(ctx: Context, id: CompanyId, draft: CompanyDraft): void {
  ctx.tx.later(
    sql`
    UPDATE customers.company SET legal_name = ${draft.legalName}, country = ${draft.country}, vat_number = ${draft.vatNumber},
      vat_country = ${draft.vatCountry}, tax_code = ${draft.taxCode}, street = ${draft.street}, postcode = ${draft.postcode},
      city = ${draft.city}, region = ${draft.region}, version = version + 1 WHERE id = ${id}`,
    { refusals: taken },
  )
}

export function raiseCompanyVersion(ctx: Context, id: CompanyId): void {
  ctx.tx.later(sql`UPDATE customers.company SET version = version + 1 WHERE id = ${id}`)
}

/** Whose they are from now on; ordered, so that two who do the same wait for each other in one order. */
export async function setCompanyOf(
  ctx: Context,
  customerIds: readonly string[],
  companyId: string | null,
): Promise<{ id: string; version: number }[]> {
  return ctx.tx.rows(sql<{ id: string; version: number }>`
    WITH held AS (SELECT id FROM customers.customer WHERE id = ANY(${[...customerIds]}::uuid[])
      AND company_id IS DISTINCT FROM ${companyId}::uuid ORDER BY id FOR UPDATE)
    UPDATE customers.customer c SET company_id = ${companyId}::uuid, version = version + 1
    FROM held WHERE c.id = held.id RETURNING c.id, c.version`)
}

export async function isBuyerOf(ctx: Context, customerId: string, companyId: string): Promise<boolean> {
  const row = await ctx.tx.row(
    sql`SELECT 1 FROM customers.customer WHERE id = ${customerId} AND company_id = ${companyId}`,
  )
  return row !== undefined
}

export interface LockedExemption {
  readonly id: ExemptionId
  readonly state: ExemptionState
  readonly version: number
}

export function insertExemption(
  ctx: Context,
  id: ExemptionId,
  of: { readonly customerId: string } | { readonly companyId: string },
  draft: ExemptionDraft,
): void {
  ctx.tx.later(sql`
    INSERT INTO customers.exemption (id, customer_id, company_id, kind, number, country, region, valid_from, valid_to, created_at)
    VALUES (${id}, ${'customerId' in of ? of.customerId : null}, ${'companyId' in of ? of.companyId : null}, ${draft.kind},
      ${draft.number}, ${draft.country}, ${draft.region}, ${draft.validFrom}, ${draft.validTo}, ${ctx.now})`)
}

export function lockExemption(ctx: Context, id: string): Promise<LockedExemption | undefined> {
  return ctx.tx.row(
    sql<LockedExemption>`SELECT id, state, version FROM customers.exemption WHERE id = ${id} FOR UPDATE`,
  )
}

export function saveDecision(ctx: Context, id: ExemptionId, state: ExemptionState): void {
  ctx.tx.later(sql`
    UPDATE customers.exemption SET state = ${state}, decided_by = ${actorText(ctx.actor)}, decided_at = ${ctx.now},
      version = version + 1 WHERE id = ${id}`)
}
