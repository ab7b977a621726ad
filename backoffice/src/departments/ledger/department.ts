import { IconBook2, IconScale } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

export const ledger = defineDepartment({
  name: 'ledger',
  menu: [
    {
      to: '/ledger',
      group: 'accounts',
      label: 'ledger.title',
      icon: IconScale,
      permission: 'ledger:read',
      keys: 'g l',
    },
  ],
  screens: [
    { path: '/ledger', permission: 'ledger:read', load: () => import('./ledger-screen.tsx') },
    { path: '/ledger/entries', permission: 'ledger:read', load: () => import('./entries-screen.tsx') },
  ],
  actions: [
    {
      to: '/ledger/entries',
      label: 'ledger.entries.title',
      icon: IconBook2,
      permission: 'ledger:read',
      kind: 'screen',
    },
  ],
  // Entries are posted with the facts of orders and payments.
  listensTo: ['ledger', 'order', 'payment'],
})
