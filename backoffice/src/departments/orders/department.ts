import { IconShoppingBag } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'orders:read'

export const orders = defineDepartment({
  name: 'orders',
  menu: [{ to: '/orders', group: 'sell', label: 'orders.title', icon: IconShoppingBag, permission, keys: 'g o' }],
  screens: [
    { path: '/orders', permission, load: () => import('./orders-screen.tsx') },
    { path: '/orders/drafts', permission, load: () => import('./drafts-screen.tsx') },
    { path: '/orders/drafts/$id', permission, load: () => import('./draft-screen.tsx') },
    { path: '/orders/tags', permission, load: () => import('./tags-screen.tsx') },
    { path: '/orders/rules', permission, load: () => import('./hold-rules-screen.tsx') },
    { path: '/orders/$id', permission, load: () => import('./order-screen.tsx') },
    { path: '/orders/$id/edit', permission: 'orders:edit', load: () => import('./edit-order-screen.tsx') },
  ],
  listensTo: ['order', 'payment', 'refund'],
  cards: [
    { form: 'figures', permission, load: () => import('./sales-card.tsx') },
    { form: 'chart', permission, load: () => import('./sales-chart-card.tsx') },
    { form: 'list', permission, load: () => import('./latest-orders-card.tsx') },
  ],
})
