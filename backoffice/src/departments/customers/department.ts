import { IconBuildingStore, IconMailCheck, IconPlus, IconUsers, IconUsersGroup } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

export const customers = defineDepartment({
  name: 'customers',
  menu: [
    {
      to: '/customers',
      group: 'sell',
      label: 'customers.title',
      icon: IconUsers,
      permission: 'customers:read',
      keys: 'g c',
    },
    {
      to: '/buyer-companies',
      group: 'sell',
      label: 'customers.companies.title',
      icon: IconBuildingStore,
      permission: 'customers:read',
    },
    {
      to: '/customer-groups',
      group: 'sell',
      label: 'customers.groups.title',
      icon: IconUsersGroup,
      permission: 'customers:read',
    },
    {
      to: '/consent-purposes',
      group: 'sell',
      label: 'customers.purposes.title',
      icon: IconMailCheck,
      permission: 'customers:read',
    },
  ],
  screens: [
    { path: '/customers', permission: 'customers:read', load: () => import('./customers-screen.tsx') },
    { path: '/customers/$id', permission: 'customers:read', load: () => import('./customer-screen.tsx') },
    { path: '/customer-groups', permission: 'customers:read', load: () => import('./groups-screen.tsx') },
    { path: '/customer-groups/new', permission: 'customers:write', load: () => import('./group-screen.tsx') },
    { path: '/customer-groups/$id', permission: 'customers:read', load: () => import('./group-screen.tsx') },
    { path: '/consents', permission: 'customers:export-consents', load: () => import('./consents-screen.tsx') },
    { path: '/consent-purposes', permission: 'customers:read', load: () => import('./purposes-screen.tsx') },
    { path: '/consent-purposes/new', permission: 'customers:purposes', load: () => import('./purpose-screen.tsx') },
    { path: '/consent-purposes/$id', permission: 'customers:read', load: () => import('./purpose-screen.tsx') },
    { path: '/buyer-companies', permission: 'customers:read', load: () => import('./companies-screen.tsx') },
    { path: '/buyer-companies/new', permission: 'customers:write', load: () => import('./company-screen.tsx') },
    { path: '/buyer-companies/$id', permission: 'customers:read', load: () => import('./company-screen.tsx') },
  ],
  actions: [
    { to: '/buyer-companies/new', label: 'customers.companies.add', icon: IconPlus, permission: 'customers:write' },
    { to: '/customer-groups/new', label: 'customers.groups.add', icon: IconPlus, permission: 'customers:write' },
    { to: '/consent-purposes/new', label: 'customers.purposes.add', icon: IconPlus, permission: 'customers:purposes' },
  ],
  listensTo: ['customer', 'order'],
})
