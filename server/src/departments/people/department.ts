import { defineDepartment } from '../../host/department.ts'
import { accessCalendar } from './queries/access-calendar.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { remindSponsors } from './jobs/remind-sponsors.ts'
import { resealSignInJob } from './jobs/reseal-sign-in.ts'
import { findStaffNames } from './queries/find-colleagues.ts'
import {
  companyIsKnown,
  companyTitles,
  roleIsKnown,
  roleTitles,
  staffIsKnown,
  unitIsKnown,
  unitTitles,
} from './queries/record-exists.ts'
import { secondFactorRequired } from './queries/sign-in-settings.ts'
import { CHANGE_SIGN_IN } from './use-cases/weigh-provider.ts'

export const people = defineDepartment({
  name: 'people',
  dependsOn: [],
  permissions: ['people:read', 'people:write', 'people:api_keys', 'people:provision'],
  routes,
  jobs: [remindSponsors, resealSignInJob],
  subscribers: {},
  refusals: [refusals],
  calendar: [accessCalendar],
  settings: [secondFactorRequired],
  acts: [CHANGE_SIGN_IN],
  recordTypes: {
    staff: {
      read: 'people:read',
      write: 'people:write',
      exists: staffIsKnown,
      path: (id) => `/team/${id}`,
      titles: findStaffNames,
    },
    unit: {
      read: 'people:read',
      write: 'people:write',
      exists: unitIsKnown,
      path: (id) => `/team/units/${id}`,
      titles: unitTitles,
    },
    role: {
      read: 'people:read',
      write: 'people:write',
      keyedBy: 'code',
      exists: roleIsKnown,
      path: (code) => `/team/roles/${code}`,
      titles: roleTitles,
    },
    company: {
      read: 'people:read',
      write: 'people:write',
      exists: companyIsKnown,
      path: (id) => `/records/company/${id}`,
      titles: companyTitles,
    },
  },
})
