import { IconCoin, IconGift, IconReportMoney } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'gift-cards:read'

export const giftCards = defineDepartment({
  name: 'gift-cards',
  menu: [{ to: '/gift-cards', group: 'sell', label: 'gift-cards.title', icon: IconGift, permission }],
  screens: [
    { path: '/gift-cards', permission, load: () => import('./cards-screen.tsx') },
    { path: '/gift-cards/$id', permission, load: () => import('./card-screen.tsx') },
    { path: '/gift-card-debts', permission, load: () => import('./debts-screen.tsx') },
    { path: '/store-credits', permission, load: () => import('./credits-screen.tsx') },
    { path: '/store-credit-debts', permission, load: () => import('./credit-debts-screen.tsx') },
  ],
  actions: [
    { to: '/gift-card-debts', label: 'gift-cards.debts.title', icon: IconReportMoney, permission, kind: 'screen' },
    { to: '/store-credit-debts', label: 'gift-cards.credit.debts.title', icon: IconCoin, permission, kind: 'screen' },
  ],
  listensTo: ['gift_card', 'customer', 'order', 'payment', 'market'],
})
