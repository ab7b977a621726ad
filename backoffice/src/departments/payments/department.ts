import { IconCreditCard } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'payments:read'

export const payments = defineDepartment({
  name: 'payments',
  menu: [{ to: '/payments', group: 'sell', label: 'payments.title', icon: IconCreditCard, permission, keys: 'g y' }],
  screens: [{ path: '/payments', permission, load: () => import('./payments-screen.tsx') }],
  cards: [
    { form: 'figures', permission, load: () => import('./failed-card.tsx') },
    { form: 'figures', permission, load: () => import('./review-card.tsx') },
  ],
  listensTo: ['payment', 'refund', 'order'],
})
