import {
  companyOf,
  findApiKeyActorById,
  findStaffActorById,
  findStaffNames,
  listCompanies,
} from '../departments/people/index.ts'
import type { StaffDirectory } from '../host/auth/staff-directory.ts'

/** The host's questions about staff, answered by the department that knows them. */
export const staffDirectory: StaffDirectory = {
  namesOf: findStaffNames,
  findActor: findStaffActorById,
  findKeyActor: findApiKeyActorById,
  async companyOf(reader, id) {
    const company = await companyOf(reader, id)
    return company && company.kind !== 'own' ? { id: company.id, name: company.name } : undefined
  },
  async findCompany(reader, id) {
    const company = (await listCompanies(reader)).find((one) => one.id === id)
    return company && { id: company.id, name: company.name }
  },
}
