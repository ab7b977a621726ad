import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import type { BrandDraft } from '../domain/brand.ts'
import { brandsList } from '../queries/brands-list.ts'
import { getBrand, listBrandNames, listUnknownBrands } from '../queries/brands.ts'
import { listContacts } from '../queries/safety-contacts.ts'
import { changeBrand, createBrand } from '../use-cases/save-brand.ts'
import { pageFields, pageFieldsToWrite } from './category-schemas.ts'
import { pagePictureRoutes } from './page-picture.ts'

const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })
const reading = { permission: 'catalog:read', own: 'any', withinScope: 'narrowed' } as const
const writing = { permission: 'catalog:write', own: 'any' } as const

const name = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'As products say it; the same in every language.',
})
const handle = Type.String({ minLength: 1, maxLength: 200 })
const named = { id: idSchema, name: Type.String(), handle: Type.String(), imageFileId: nullable(idSchema) }
const line = { ...named, hidden: Type.Boolean() }
const brandLine = Type.Object({
  ...named,
  state: Type.Enum(['shown', 'hidden'], { description: 'Whether it has a page in the shop.' }),
  products: Type.Integer({ description: 'Drafts among them, up to 10,000.' }),
  maker: nullable(Type.String()),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})
const changeable = {
  ...pageFieldsToWrite,
  hidden: Type.Optional(Type.Boolean()),
  makerId: Type.Optional(nullable(idSchema)),
}
const brandToCreate = Type.Object({ name, handle, ...changeable }, { additionalProperties: false })
const brandToChange = Type.Object(
  { name: Type.Optional(name), handle: Type.Optional(handle), ...changeable },
  { additionalProperties: false },
)

export const brandRoutes: readonly Route[] = [
  ...listRoutes(brandsList, {
    path: '/brands',
    permission: 'catalog:read',
    summary: 'Brands, with how many products say each',
    item: brandLine,
    choices: {
      makerId: async ({ house }) => {
        const contacts = await listContacts(house.database)
        return contacts.map(({ id, name: label, country }) => ({ value: id, label: `${label} (${country})` }))
      },
    },
  }),
  query({
    method: 'GET',
    path: '/brand-names',
    operationId: 'listBrandNames',
    summary: 'Every brand by name, and what products say that is no brand yet',
    ...reading,
    response: Type.Object({
      names: Type.Array(Type.String()),
      unknown: Type.Array(Type.Object({ name: Type.String(), products: Type.Integer() })),
    }),
    answer: async ({ house }) => {
      const [names, unknown] = await Promise.all([listBrandNames(house.database), listUnknownBrands(house.database)])
      return ok({ names, unknown })
    },
  }),
  query({
    method: 'GET',
    path: '/brands/:id',
    operationId: 'getBrand',
    summary: 'A brand, with its words in all languages',
    ...reading,
    params: idParams,
    response: Type.Object({ ...line, ...pageFields, makerId: nullable(idSchema), version: Type.Integer() }),
    etag: 'version',
    answer: async ({ house }, { params }) => {
      const found = await getBrand(house.database, params.id)
      return found.ok ? ok(found.value as never) : found
    },
  }),
  command({
    method: 'POST',
    path: '/brands',
    operationId: 'createBrand',
    summary: 'Adds a brand',
    ...writing,
    body: brandToCreate,
    response: savedSchema,
    status: 201,
    idempotent: true,
    command: (ctx, { body }) => createBrand(ctx, body as BrandDraft),
  }),
  command({
    method: 'PATCH',
    path: '/brands/:id',
    operationId: 'changeBrand',
    summary: 'Changes the fields of a brand that are sent (If-Match: version)',
    description: 'With another name, all products that said the one before say this one: 1,000 at most.',
    ...writing,
    params: idParams,
    body: brandToChange,
    response: savedSchema,
    etag: 'version',
    command: async (ctx, { params, body }, { ifMatch }) => {
      if (ifMatch === undefined) return hostRefusals.version_required({ field: 'If-Match' })
      return changeBrand(ctx, { id: params.id, version: ifMatch, changes: body as BrandDraft })
    },
  }),
  ...pagePictureRoutes({
    path: '/brands/:id/picture',
    of: 'Brand',
    find: ({ house }, id) => getBrand(house.database, id),
    set: (ctx, id, imageFileId) => changeBrand(ctx, { id, version: undefined, changes: { imageFileId } }),
  }),
]
