import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { CompanyDraft, CompanyId } from '../domain/company.ts'
import { addressesIn, MOST_PASTED } from '../domain/group.ts'
import { refusals } from '../domain/refusals.ts'
import {
  insertCompany,
  isBuyerOf,
  lockCompany,
  raiseCompanyVersion,
  setCompanyOf,
  updateCompany,
} from '../store/companies.ts'
import { findByEmails } from '../store/groups.ts'
import type { AddedMembers } from './change-members.ts'

export interface SavedCompany {
  readonly id: CompanyId
  readonly version: number
}

export async function createCompany(ctx: Context, wish: CompanyDraft): Promise<Result<SavedCompany>> {
  const draft = trimmed(wish)
  if (draft.legalName === '') return refusals.company_name_missing({ field: 'legalName' })
  const id = ctx.newId<'buyer-company'>()
  insertCompany(ctx, id, draft)
  auditCompany(ctx, { id, version: 1 }, changedFields(undefined, draft))
  return ok({ id, version: 1 })
}

/** Whoever buys for it pays by what it says now; orders keep what they were placed under. */
export async function changeCompany(
  ctx: Context,
  { id, wish, version }: { readonly id: string; readonly wish: CompanyDraft; readonly version: number | undefined },
): Promise<Result<SavedCompany>> {
  const held = await lockCompany(ctx, id)
  if (!held) return refusals.company_not_found()
  const expected = expectVersion(held.version, version)
  if (!expected.ok) return expected
  const draft = trimmed(wish)
  if (draft.legalName === '') return refusals.company_name_missing({ field: 'legalName' })
  const changes = changedFields(held, draft)
  if (changes.length === 0) return ok({ id: held.id, version: held.version })
  updateCompany(ctx, held.id, draft)
  const saved = { id: held.id, version: held.version + 1 }
  auditCompany(ctx, saved, changes)
  return ok(saved)
}

function trimmed(wish: CompanyDraft): CompanyDraft {
  const { legalName, street, postcode, city, region, taxCode } = wish
  return {
    ...wish,
    legalName: legalName.trim(),
    street: street.trim(),
    postcode: postcode.trim(),
    city: city.trim(),
    region: region.trim(),
    taxCode: taxCode?.trim().toUpperCase() || null,
  }
}

/** By their addresses, as they were pasted. Somebody buys for one company: who bought for another buys for this one now. */
export async function addBuyers(
  ctx: Context,
  { id, emails }: { readonly id: string; readonly emails: string },
): Promise<Result<AddedMembers>> {
  const company = await lockCompany(ctx, id)
  if (!company) return refusals.company_not_found()
  const wanted = addressesIn(emails)
  if (wanted.length === 0 || wanted.length > MOST_PASTED)
    return refusals.nobody_to_add({ field: 'emails', params: { most: MOST_PASTED } })
  const found = await findByEmails(ctx, wanted)
  const known = new Set(found.map(({ email }) => email))
  const added = await setCompanyOf(
    ctx,
    found.map((one) => one.id),
    company.id,
  )
  for (const one of added) auditBuyer(ctx, one, { before: null, after: company.legalName })
  if (added.length > 0) noteBuyers(ctx, company, { before: null, after: added.length })
  return ok({
    added: added.length,
    already: found.length - added.length,
    unknown: wanted.filter((email) => !known.has(email)),
  })
}

export async function removeBuyer(
  ctx: Context,
  { id, customerId }: { readonly id: string; readonly customerId: string },
): Promise<Result<void>> {
  const company = await lockCompany(ctx, id)
  if (!company) return refusals.company_not_found()
  if (!(await isBuyerOf(ctx, customerId, company.id))) return refusals.not_found()
  for (const one of await setCompanyOf(ctx, [customerId], null))
    auditBuyer(ctx, one, { before: company.legalName, after: null })
  noteBuyers(ctx, company, { before: customerId, after: null })
  return ok()
}

interface BeforeAfter {
  readonly before: string | number | null
  readonly after: string | number | null
}

function auditBuyer(ctx: Context, { id, version }: { id: string; version: number }, change: BeforeAfter): void {
  const changes = [{ field: 'company', ...change }]
  ctx.audit({ action: 'customers:set-company', objectType: 'customer', objectId: id, version, changes })
}

function noteBuyers(ctx: Context, { id, version }: SavedCompany, change: BeforeAfter): void {
  raiseCompanyVersion(ctx, id)
  auditCompany(ctx, { id, version: version + 1 }, [{ field: 'buyers', ...change }])
}

function auditCompany(ctx: Context, { id, version }: SavedCompany, changes: ReturnType<typeof changedFields>): void {
  ctx.audit({ action: 'customers:change-company', objectType: 'buyer_company', objectId: id, version, changes })
}
