import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { categoryExists, categoryTitles } from './queries/category-titles.ts'
import { recountJob } from './jobs/recount-products.ts'
import { productExists } from './queries/product-exists.ts'
import { productTitles } from './queries/product-titles.ts'
import { completenessNeeded, safetyNeeded } from './queries/publication-settings.ts'
import { PUBLISH } from './use-cases/weigh-publication.ts'

export const catalog = defineDepartment({
  name: 'catalog',
  dependsOn: [],
  permissions: ['catalog:read', 'catalog:write', 'catalog:publish', 'catalog:import'],
  routes,
  jobs: [recountJob],
  settings: [completenessNeeded, safetyNeeded],
  subscribers: {},
  refusals: [refusals],
  acts: [PUBLISH],
  facts: { product: { read: 'catalog:read', anywhere: true } },
  recordTypes: {
    product: {
      read: 'catalog:read',
      write: 'catalog:write',
      exists: productExists,
      path: (id) => `/products/${id}`,
      titles: productTitles,
    },
    category: {
      read: 'catalog:read',
      write: 'catalog:write',
      exists: categoryExists,
      path: (id) => `/records/category/${id}`,
      titles: categoryTitles,
    },
  },
})
