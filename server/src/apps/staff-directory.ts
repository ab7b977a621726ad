import { findApiKeyActorById, findStaffActorById, findStaffNames } from '../departments/people/index.ts'
import type { StaffDirectory } from '../host/auth/staff-directory.ts'

/** The host's questions about staff, answered by the department that knows them. */
export const staffDirectory: StaffDirectory = {
  namesOf: findStaffNames,
  findActor: findStaffActorById,
  findKeyActor: findApiKeyActorById,
}
