import { IconArrowBackUp } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'returns:read'

export const returns = defineDepartment({
  name: 'returns',
  menu: [{ to: '/withdrawals', group: 'sell', label: 'returns.title', icon: IconArrowBackUp, permission }],
  screens: [
    { path: '/withdrawals', permission, load: () => import('./withdrawals-screen.tsx') },
    { path: '/withdrawals/$id', permission, load: () => import('./withdrawal-screen.tsx') },
  ],
  listensTo: ['withdrawal', 'parcel'],
})
