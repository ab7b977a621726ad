import { Type, type Static } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import type { Bundle } from '../domain/bundles/bundle.ts'
import { readProductKind } from '../queries/read-kind.ts'
import { putBundle } from '../use-cases/put-bundle.ts'
import { bundleToWrite, productKindSchema } from './bundle-schemas.ts'

export const bundleRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/products/:id/kind',
    operationId: 'getProductKind',
    summary: 'What kind of thing a product is, and what it consists of',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    params: idParams,
    response: productKindSchema,
    etag: 'version',
    answer: async ({ house, locale }, { params }) => {
      const found = await readProductKind(house.database, params.id, locale)
      return found.ok ? ok(found.value as Static<typeof productKindSchema>) : found
    },
  }),
  command({
    method: 'PUT',
    path: '/products/:id/bundle',
    operationId: 'putBundle',
    summary: 'Says what a bundle consists of',
    description:
      'Send the version of the product that you read in `If-Match`. Components are variants on sale, never bundles; of a bundle that is in the shop they are in the shop too.',
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    body: bundleToWrite,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putBundle(ctx, { productId: params.id, version: ifMatch, bundle: body as Bundle }),
  }),
]
