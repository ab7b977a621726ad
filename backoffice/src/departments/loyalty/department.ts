import { IconStars } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'loyalty:read'

export const loyalty = defineDepartment({
  name: 'loyalty',
  menu: [{ to: '/loyalty', group: 'sell', label: 'loyalty.title', icon: IconStars, permission }],
  screens: [
    { path: '/loyalty', permission, load: () => import('./loyalty-screen.tsx') },
    { path: '/loyalty/$market', permission, load: () => import('./programme-screen.tsx') },
  ],
  listensTo: ['customer', 'order', 'payment', 'market'],
})
