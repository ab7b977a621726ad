import { IconBuildingBank, IconTransferIn } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'bank:read'

export const bank = defineDepartment({
  name: 'bank',
  menu: [
    { to: '/bank-entries', group: 'sell', label: 'bank.title', icon: IconBuildingBank, permission },
    { to: '/direct-debits', group: 'sell', label: 'bank.debits.title', icon: IconTransferIn, permission },
  ],
  screens: [
    { path: '/bank-entries', permission, load: () => import('./entries-screen.tsx') },
    { path: '/bank-entries/$id', permission, load: () => import('./entry-screen.tsx') },
    { path: '/bank-statements', permission, load: () => import('./statements-screen.tsx') },
    { path: '/direct-debits', permission, load: () => import('./debits-screen.tsx') },
    { path: '/direct-debits/$id', permission, load: () => import('./debit-screen.tsx') },
    { path: '/payment-runs', permission, load: () => import('./runs-screen.tsx') },
    { path: '/payment-runs/$id', permission, load: () => import('./run-screen.tsx') },
  ],
  listensTo: ['bank_entry', 'order'],
})
