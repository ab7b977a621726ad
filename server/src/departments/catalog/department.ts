import { defineDepartment } from '../../host/department.ts'
import { bundleRefusals } from './domain/bundles/bundle-refusals.ts'
import { kindRefusals } from './domain/kinds/kind-refusals.ts'
import { importRefusals } from './domain/import-refusals.ts'
import { refusals } from './domain/refusals.ts'
import { shelfRefusals } from './domain/shelf-refusals.ts'
import { routes } from './http/routes.ts'
import { partsTeller } from './http/tell-parts.ts'
import { categoryExists, categoryTitles } from './queries/category-titles.ts'
import { brandExists, brandTitles } from './queries/brands.ts'
import { collectionExists, collectionTitles } from './queries/collections.ts'
import { showsTogether } from './queries/bought-together.ts'
import { countFacetsJob } from './jobs/count-facets.ts'
import { draftTask, resealMachineKeyJob } from './jobs/draft-translations.ts'
import { recountJob } from './jobs/recount-products.ts'
import { productExists } from './queries/product-exists.ts'
import { productTitles } from './queries/product-titles.ts'
import { feedMinutes } from './queries/feed-minutes.ts'
import {
  completenessJudged,
  completenessNeeded,
  safetyNeeded,
  translationsShown,
} from './queries/publication-settings.ts'
import { showingCalendar } from './queries/showing-calendar.ts'
import { PUBLISH } from './use-cases/weigh-publication.ts'

export const catalog = defineDepartment({
  name: 'catalog',
  dependsOn: ['organisation'],
  permissions: [
    'catalog:read',
    'catalog:write',
    'catalog:publish',
    'catalog:import',
    'catalog:translate',
    'catalog:approve',
  ],
  routes,
  jobs: [recountJob, countFacetsJob, resealMachineKeyJob],
  tasks: [draftTask],
  settings: [completenessNeeded, completenessJudged, safetyNeeded, translationsShown, feedMinutes, showsTogether],
  subscribers: {},
  refusals: [refusals, bundleRefusals, kindRefusals, shelfRefusals, importRefusals],
  acts: [PUBLISH],
  facts: { product: { read: 'catalog:read', anywhere: true } },
  calendar: [showingCalendar],
  recordTypes: {
    product: {
      read: 'catalog:read',
      write: 'catalog:write',
      exists: productExists,
      path: (id) => `/products/${id}`,
      titles: productTitles,
      tellParts: partsTeller,
    },
    brand: {
      read: 'catalog:read',
      write: 'catalog:write',
      exists: brandExists,
      path: (id) => `/products/brands/${id}`,
      titles: brandTitles,
    },
    collection: {
      read: 'catalog:read',
      write: 'catalog:write',
      exists: collectionExists,
      path: (id) => `/products/collections/${id}`,
      titles: collectionTitles,
    },
    category: {
      read: 'catalog:read',
      write: 'catalog:write',
      exists: categoryExists,
      path: (id) => `/products/categories/${id}`,
      titles: categoryTitles,
    },
  },
})
