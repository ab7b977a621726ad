import { keepAddress, recordCustomer } from '../../departments/customers/index.ts'
import { addCompany, addUnit, createStaff, joinUnit, loadReadyMadeRoles } from '../../departments/people/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { demand } from '../demand.ts'
import type { DemoPeople } from './village.ts'

const DAY_MS = 86_400_000

/** All people in one transaction: they are there or they are not. */
export async function moveIn(
  ctx: Context,
  people: DemoPeople,
  permissions: ReadonlySet<string>,
): Promise<Result<void>> {
  const roles = await loadReadyMadeRoles(ctx, permissions)
  if (!roles.ok) return roles
  await ctx.tx.flush()
  const staffIds = await moveStaffIn(ctx, people)
  await formUnits(ctx, people, staffIds)
  for (const { name, email, language, phone, company, address } of people.customers) {
    const customerId = await recordCustomer(ctx, { name, email, locale: language })
    const { province, ...rest } = address
    const kept = await keepAddress(ctx, { customerId, address: { ...rest, region: province, company, phone } })
    if (!kept.ok) return kept
  }
  return ok()
}

type Ids = ReadonlyMap<string, string>

/** E-mail address -> id. The house's own first: they answer for the others. */
async function moveStaffIn(ctx: Context, { companies, staff }: DemoPeople): Promise<Ids> {
  const companyIds = new Map<string, string>()
  for (const company of companies) companyIds.set(company.name, demand(await addCompany(ctx, company)).id)
  const ids = new Map<string, string>()
  for (const person of staff.toSorted((a, b) => Number(Boolean(a.outside)) - Number(Boolean(b.outside)))) {
    const { name, email, role, languages, jobTitle, outside } = person
    const access = outside && {
      companyId: companyIds.get(outside.company) ?? null,
      sponsorId: ids.get(outside.sponsor) ?? null,
      endsAt: new Date(ctx.now.getTime() + outside.days * DAY_MS),
      scope: outside.scope ?? null,
    }
    const made = demand(await createStaff(ctx, { name, email, locale: languages[0], jobTitle, roles: [role], access }))
    await ctx.tx.flush()
    ids.set(email, made.id)
  }
  return ids
}

async function formUnits(ctx: Context, { units, staff }: DemoPeople, staffIds: Ids): Promise<void> {
  const ids = new Map<string, string>()
  for (const { kind, name, parent, head } of units) {
    const parentId = parent === undefined ? null : (ids.get(parent) ?? null)
    const made = demand(await addUnit(ctx, { kind, name, parentId, headId: staffIds.get(head) ?? null }))
    ids.set(name, made.id)
  }
  for (const { email, units: names } of staff) {
    for (const name of names) {
      demand(await joinUnit(ctx, { unitId: ids.get(name) ?? '', staffId: staffIds.get(email) ?? '' }))
      await ctx.tx.flush()
    }
  }
}
