export type { Role } from './domain/roles.ts'
export type { CompanyId, CompanyKind } from './domain/company.ts'
export type { StaffId } from './domain/staff.ts'
export type { UnitId, UnitKind } from './domain/unit.ts'
export { listKeyOwners } from './queries/api-keys-list.ts'
export { countStaff } from './queries/count-staff.ts'
export { findApiKeyActor } from './queries/find-api-key-actor.ts'
export { findApiKeyActorById } from './queries/find-api-key-actor-by-id.ts'
export { findStaffActor } from './queries/find-actor.ts'
export { lockActor } from './queries/lock-actor.ts'
export { findStaffActorById, findStaffNames, listStaffHolding, type Colleague } from './queries/find-colleagues.ts'
export { findStaff, listStaff, type StaffView } from './queries/list-staff.ts'
export { listCompanies } from './queries/list-units.ts'
export { listRoles } from './queries/list-roles.ts'
export { searchStaff } from './queries/search-staff.ts'
export {
  companyOf,
  listMembersOf,
  listUnitNames,
  unitsOf,
  type CompanyOfPerson,
  type UnitName,
  type UnitOfPerson,
} from './queries/where-people-belong.ts'
export { addCompany } from './use-cases/companies.ts'
export { addUnit, joinUnit } from './use-cases/units.ts'
export { activateStaff } from './use-cases/activate-staff.ts'
export { changeRoles } from './use-cases/change-roles.ts'
export { createApiKey } from './use-cases/keep-api-key.ts'
export { createStaff } from './use-cases/create-staff.ts'
export { endStaff } from './use-cases/end-staff.ts'
export { issueActivationLink, type ActivationLink } from './use-cases/issue-activation-link.ts'
export { loadReadyMadeRoles } from './use-cases/load-ready-made-roles.ts'
