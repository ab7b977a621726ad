import { IconBuildingBank } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'bank:read'

export const bank = defineDepartment({
  name: 'bank',
  menu: [{ to: '/bank-entries', group: 'sell', label: 'bank.title', icon: IconBuildingBank, permission }],
  screens: [
    { path: '/bank-entries', permission, load: () => import('./entries-screen.tsx') },
    { path: '/bank-entries/$id', permission, load: () => import('./entry-screen.tsx') },
    { path: '/bank-statements', permission, load: () => import('./statements-screen.tsx') },
  ],
  listensTo: ['bank_entry', 'order'],
})
