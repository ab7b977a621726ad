import { IconBuildingWarehouse } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

export const inventory = defineDepartment({
  name: 'inventory',
  menu: [
    {
      to: '/stock',
      group: 'goods',
      label: 'inventory.title',
      icon: IconBuildingWarehouse,
      permission: 'inventory:read',
      keys: 'g s',
    },
  ],
  screens: [
    { path: '/stock', permission: 'inventory:read', load: () => import('./stock-screen.tsx') },
    { path: '/stock/promises', permission: 'inventory:read', load: () => import('./promises-screen.tsx') },
  ],
  cards: [{ form: 'figures', permission: 'inventory:read', load: () => import('./low-stock-card.tsx') }],
  // Orders reserve and release stock.
  listensTo: ['inventory', 'stock', 'order'],
})
