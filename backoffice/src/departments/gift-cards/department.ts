import { IconGift, IconReportMoney } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'gift-cards:read'

export const giftCards = defineDepartment({
  name: 'gift-cards',
  menu: [{ to: '/gift-cards', group: 'sell', label: 'gift-cards.title', icon: IconGift, permission }],
  screens: [
    { path: '/gift-cards', permission, load: () => import('./cards-screen.tsx') },
    { path: '/gift-cards/$id', permission, load: () => import('./card-screen.tsx') },
    { path: '/gift-card-debts', permission, load: () => import('./debts-screen.tsx') },
  ],
  actions: [
    { to: '/gift-card-debts', label: 'gift-cards.debts.title', icon: IconReportMoney, permission, kind: 'screen' },
  ],
  listensTo: ['gift_card', 'order', 'payment', 'market'],
})
