import { IconUsers } from '@tabler/icons-react'
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
  ],
  screens: [
    { path: '/customers', permission: 'customers:read', load: () => import('./customers-screen.tsx') },
    { path: '/customers/$id', permission: 'customers:read', load: () => import('./customer-screen.tsx') },
  ],
  listensTo: ['customer', 'order'],
})
