import { Type } from 'typebox'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import type { CollectionDraft } from '../domain/collection.ts'
import { collectionsList } from '../queries/collections-list.ts'
import { getCollection, productsToShow } from '../queries/collections.ts'
import { changeCollection, createCollection } from '../use-cases/save-collection.ts'
import { collectionLine, collectionRecord, collectionToChange, collectionToCreate } from './collection-schemas.ts'
import { pagePictureRoutes } from './page-picture.ts'
import { presentPicked } from './present-picked.ts'

const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })
const reading = { permission: 'catalog:read', own: 'any', withinScope: 'narrowed' } as const
const writing = { permission: 'catalog:write', own: 'any' } as const

export const collectionRoutes: readonly Route[] = [
  ...listRoutes(collectionsList, {
    path: '/collections',
    permission: 'catalog:read',
    summary: 'Products that are shown together: by a rule or by hand',
    item: collectionLine,
  }),
  query({
    method: 'GET',
    path: '/collections/:id',
    operationId: 'getCollection',
    summary: 'A collection in all languages, with its rule and its picks',
    ...reading,
    params: idParams,
    response: collectionRecord,
    etag: 'version',
    answer: (call, { params }) => whole(call, params.id),
  }),
  command({
    method: 'POST',
    path: '/collections',
    operationId: 'createCollection',
    summary: 'Adds a collection',
    ...writing,
    body: collectionToCreate,
    response: savedSchema,
    status: 201,
    idempotent: true,
    command: (ctx, { body }) => createCollection(ctx, draftOf(body)),
  }),
  command({
    method: 'PATCH',
    path: '/collections/:id',
    operationId: 'changeCollection',
    summary: 'Changes the fields of a collection that are sent (If-Match: version)',
    ...writing,
    params: idParams,
    body: collectionToChange,
    response: savedSchema,
    etag: 'version',
    command: async (ctx, { params, body }, { ifMatch }) => {
      if (ifMatch === undefined) return hostRefusals.version_required({ field: 'If-Match' })
      return changeCollection(ctx, { id: params.id, version: ifMatch, changes: draftOf(body) })
    },
  }),
  ...pagePictureRoutes({
    path: '/collections/:id/picture',
    of: 'Collection',
    find: ({ house }, id) => getCollection(house.database, id),
    set: (ctx, id, imageFileId) => changeCollection(ctx, { id, version: undefined, changes: { imageFileId } }),
  }),
]

async function whole({ house, locale }: Call, id: string) {
  const found = await getCollection(house.database, id)
  if (!found.ok) return found
  const { picks, beginsAt, endsAt, ...collection } = found.value
  const products = await productsToShow(house.database, picks)
  const present = presentPicked(locale)
  return ok({
    ...collection,
    beginsAt: beginsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    picks: products.map(({ handle: _handle, ...product }) => present(product)),
  } as never)
}

interface Sent {
  readonly beginsAt?: string | null
  readonly endsAt?: string | null
}

function draftOf({ beginsAt, endsAt, ...same }: Sent & object): CollectionDraft {
  const instant = (text: string | null | undefined) => (text ? new Date(text) : text)
  return { ...same, beginsAt: instant(beginsAt), endsAt: instant(endsAt) } as CollectionDraft
}
