import { IconBuildingBank, IconCreditCard, IconCreditCardRefund } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'payments:read'

export const payments = defineDepartment({
  name: 'payments',
  menu: [
    { to: '/payments', group: 'sell', label: 'payments.title', icon: IconCreditCard, permission, keys: 'g y' },
    { to: '/disputes', group: 'sell', label: 'payments.dispute.title', icon: IconCreditCardRefund, permission },
    { to: '/payouts', group: 'accounts', label: 'payments.payouts.title', icon: IconBuildingBank, permission },
  ],
  screens: [
    { path: '/payments', permission, load: () => import('./payments-screen.tsx') },
    { path: '/disputes', permission, load: () => import('./disputes-screen.tsx') },
    { path: '/disputes/$id', permission, load: () => import('./dispute-screen.tsx') },
    { path: '/payouts', permission, load: () => import('./payouts-screen.tsx') },
    { path: '/payouts/awaited', permission, load: () => import('./awaited-payouts-screen.tsx') },
    { path: '/payouts/$id', permission, load: () => import('./payout-screen.tsx') },
  ],
  cards: [
    { form: 'figures', permission, load: () => import('./failed-card.tsx') },
    { form: 'figures', permission, load: () => import('./review-card.tsx') },
  ],
  listensTo: ['payment', 'refund', 'order', 'dispute'],
})
