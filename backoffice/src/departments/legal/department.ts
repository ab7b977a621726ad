import { IconGavel } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'legal:read'

export const legal = defineDepartment({
  name: 'legal',
  menu: [{ to: '/policies', group: 'sell', label: 'legal.title', icon: IconGavel, permission }],
  screens: [
    { path: '/policies', permission, load: () => import('./policies-screen.tsx') },
    { path: '/policies/$market/$kind', permission, load: () => import('./policy-screen.tsx') },
  ],
  listensTo: ['policy', 'market'],
})
