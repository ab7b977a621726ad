import { IconTags } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'catalog:read'

export const catalog = defineDepartment({
  name: 'catalog',
  menu: [{ to: '/products', group: 'goods', label: 'catalog.title', icon: IconTags, permission }],
  screens: [
    { path: '/products', permission, load: () => import('./products-screen.tsx') },
    { path: '/products/import', permission: 'catalog:import', load: () => import('./import-screen.tsx') },
    { path: '/products/$id', permission, load: () => import('./product-screen.tsx') },
  ],
  listensTo: ['product', 'catalog', 'category'],
})
