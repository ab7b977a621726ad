import { IconSettings } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'
import { SECTIONS } from './sections.ts'

export const settings = defineDepartment({
  name: 'settings',
  // Everybody may open it; it shows the settings that each may see.
  menu: [
    {
      to: '/settings',
      group: 'house',
      label: 'settings.title',
      icon: IconSettings,
      permission: 'board:read',
      keys: 'g e',
    },
  ],
  screens: [
    { path: '/settings', permission: 'board:read', load: () => import('./settings-screen.tsx') },
    { path: '/settings/entities', permission: 'organisation:read', load: () => import('./entities-screen.tsx') },
    { path: '/settings/markets', permission: 'organisation:read', load: () => import('./markets-screen.tsx') },
    { path: '/settings/taxes', permission: 'tax:read', load: () => import('./taxes-screen.tsx') },
    { path: '/settings/tax-zones', permission: 'tax:read', load: () => import('./tax-zones-screen.tsx') },
    { path: '/settings/tax-categories', permission: 'tax:read', load: () => import('./tax-categories-screen.tsx') },
    { path: '/settings/tax-rules', permission: 'tax:read', load: () => import('./tax-choices-screen.tsx') },
    {
      path: '/settings/payment-methods',
      permission: 'payments:read',
      load: () => import('./payment-methods-screen.tsx'),
    },
    {
      path: '/settings/payment-providers',
      permission: 'payments:write',
      load: () => import('./payment-providers-screen.tsx'),
    },
    { path: '/settings/delivery', permission: 'orders:read', load: () => import('./delivery-screen.tsx') },
    { path: '/settings/delivery-zones', permission: 'orders:read', load: () => import('./delivery-zones-screen.tsx') },
    {
      path: '/settings/delivery-places',
      permission: 'orders:read',
      load: () => import('./delivery-places-screen.tsx'),
    },
    { path: '/settings/locations', permission: 'inventory:read', load: () => import('./locations-screen.tsx') },
  ],
  actions: SECTIONS.slice(1).map((section) => ({ ...section, kind: 'screen' as const })),
  listensTo: [
    'setting',
    'organisation',
    'entity',
    'market',
    'location',
    'tax',
    'tax_zone',
    'tax_choices',
    'tax_category',
  ],
})
