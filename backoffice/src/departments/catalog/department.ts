import { IconLanguage, IconRss, IconTags, IconUpload } from '@tabler/icons-react'
import { defineDepartment } from '../../app/frame/department.ts'

const permission = 'catalog:read'

export const catalog = defineDepartment({
  name: 'catalog',
  menu: [
    { to: '/products', group: 'goods', label: 'catalog.title', icon: IconTags, permission, keys: 'g p' },
    {
      to: '/translations',
      group: 'goods',
      label: 'catalog.translations.title',
      icon: IconLanguage,
      permission: 'catalog:translate',
    },
    { to: '/feeds', group: 'goods', label: 'catalog.feeds.title', icon: IconRss, permission },
  ],
  screens: [
    { path: '/products', permission, load: () => import('./products-screen.tsx') },
    { path: '/products/import', permission: 'catalog:import', load: () => import('./imports/new-import-screen.tsx') },
    { path: '/products/imports', permission: 'catalog:import', load: () => import('./imports/imports-screen.tsx') },
    {
      path: '/products/imports/$id',
      permission: 'catalog:import',
      load: () => import('./imports/import-record-screen.tsx'),
    },
    { path: '/products/categories', permission, load: () => import('./categories-screen.tsx') },
    { path: '/products/collections', permission, load: () => import('./collections-screen.tsx') },
    { path: '/products/collections/$id', permission, load: () => import('./collection-screen.tsx') },
    { path: '/products/brands', permission, load: () => import('./brands-screen.tsx') },
    { path: '/products/brands/$id', permission, load: () => import('./brand-screen.tsx') },
    { path: '/products/categories/$id', permission, load: () => import('./category-screen.tsx') },
    { path: '/products/attributes', permission, load: () => import('./attributes-screen.tsx') },
    { path: '/products/families', permission, load: () => import('./families-screen.tsx') },
    { path: '/products/makers', permission, load: () => import('./makers-screen.tsx') },
    { path: '/translations', permission: 'catalog:translate', load: () => import('./translations-screen.tsx') },
    { path: '/translations/terms', permission: 'catalog:translate', load: () => import('./terms-screen.tsx') },
    { path: '/translations/machine', permission: 'catalog:translate', load: () => import('./machine-screen.tsx') },
    { path: '/feeds', permission, load: () => import('./feeds-screen.tsx') },
    { path: '/products/$id', permission, load: () => import('./product-screen.tsx') },
  ],
  actions: [{ to: '/products/import', label: 'catalog.import.title', icon: IconUpload, permission: 'catalog:import' }],
  listensTo: ['product', 'catalog', 'category'],
})
