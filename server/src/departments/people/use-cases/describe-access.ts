import type { Transaction } from '../../../host/database/transaction.ts'
import { SCOPE_KINDS } from '../../../host/actor.ts'
import type { Access } from '../domain/access.ts'
import { findCompanyName } from '../store/companies.ts'

/** As the trail keeps it: a company by its name, people by their ids. */
export async function describeAccess(tx: Transaction, access: Access) {
  const { companyId, sponsorId, beginsAt, endsAt, scope } = access
  return {
    company: companyId === null ? null : await findCompanyName(tx, companyId),
    sponsorId,
    beginsAt,
    endsAt,
    scope: scope === null ? null : SCOPE_KINDS.flatMap((kind) => scope[kind] ?? []),
  }
}
