import { IconPlus, IconUsers, IconUsersGroup } from '@tabler/icons-react'
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
      to: '/customer-groups',
      group: 'sell',
      label: 'customers.groups.title',
      icon: IconUsersGroup,
      permission: 'customers:read',
    },
  ],
  screens: [
    { path: '/customers', permission: 'customers:read', load: () => import('./customers-screen.tsx') },
    { path: '/customers/$id', permission: 'customers:read', load: () => import('./customer-screen.tsx') },
    { path: '/customer-groups', permission: 'customers:read', load: () => import('./groups-screen.tsx') },
    { path: '/customer-groups/new', permission: 'customers:write', load: () => import('./group-screen.tsx') },
    { path: '/customer-groups/$id', permission: 'customers:read', load: () => import('./group-screen.tsx') },
  ],
  actions: [
    { to: '/customer-groups/new', label: 'customers.groups.add', icon: IconPlus, permission: 'customers:write' },
  ],
  listensTo: ['customer', 'order'],
})
