import { IconCoins, IconDiscount, IconPlus, IconReportMoney } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'pricing:read'

export const pricing = defineDepartment({
  name: 'pricing',
  menu: [
    { to: '/promotions', group: 'sell', label: 'pricing.title', icon: IconDiscount, permission, keys: 'g d' },
    {
      to: '/price-lists',
      group: 'sell',
      label: 'pricing.lists.title',
      icon: IconReportMoney,
      permission,
      keys: 'g b',
    },
    { to: '/variants', group: 'goods', label: 'pricing.variants.title', icon: IconCoins, permission, keys: 'g r' },
  ],
  screens: [
    { path: '/variants', permission, load: () => import('./variants-screen.tsx') },
    { path: '/promotions', permission, load: () => import('./promotions-screen.tsx') },
    { path: '/promotions/new', permission: 'pricing:promote', load: () => import('./promotion-screen.tsx') },
    { path: '/promotions/$id', permission, load: () => import('./promotion-screen.tsx') },
    { path: '/price-history/$id', permission, load: () => import('./price-history-screen.tsx') },
    { path: '/price-lists', permission, load: () => import('./price-lists-screen.tsx') },
    { path: '/price-lists/new', permission: 'pricing:write', load: () => import('./price-list-screen.tsx') },
    { path: '/price-lists/$id', permission, load: () => import('./price-list-screen.tsx') },
  ],
  actions: [
    { to: '/promotions/new', label: 'pricing.add', icon: IconPlus, permission: 'pricing:promote' },
    { to: '/price-lists/new', label: 'pricing.lists.add', icon: IconPlus, permission: 'pricing:write' },
  ],
  listensTo: ['promotion', 'price_list', 'pricing', 'product', 'stock'],
})
