import { IconCoins, IconDiscount, IconPlus } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'pricing:read'

export const pricing = defineDepartment({
  name: 'pricing',
  menu: [
    { to: '/promotions', group: 'sell', label: 'pricing.title', icon: IconDiscount, permission, keys: 'g d' },
    { to: '/variants', group: 'goods', label: 'pricing.variants.title', icon: IconCoins, permission, keys: 'g r' },
  ],
  screens: [
    { path: '/variants', permission, load: () => import('./variants-screen.tsx') },
    { path: '/promotions', permission, load: () => import('./promotions-screen.tsx') },
    { path: '/promotions/new', permission: 'pricing:promote', load: () => import('./promotion-screen.tsx') },
    { path: '/promotions/$id', permission, load: () => import('./promotion-screen.tsx') },
  ],
  actions: [{ to: '/promotions/new', label: 'pricing.add', icon: IconPlus, permission: 'pricing:promote' }],
  listensTo: ['promotion', 'pricing', 'product', 'stock'],
})
