import { Type } from 'typebox'
import { deleteGroup, getGroup } from '../../departments/customers/index.ts'
import { usesOfGroup } from '../../departments/pricing/index.ts'
import { command, query, type Route } from '../../host/http/route.ts'
import { idParams, idSchema } from '../../host/http/schemas.ts'
import { ok } from '../../kernel/result.ts'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/customer-groups/:id/uses',
    operationId: 'listCustomerGroupUses',
    summary: 'The price lists and promotions that are for a group and are not over',
    permission: 'customers:read',
    own: 'any',
    params: idParams,
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          kind: Type.Union([Type.Literal('price_list'), Type.Literal('promotion')]),
          id: idSchema,
          code: Type.String(),
          name: Type.String(),
        }),
      ),
    }),
    answer: async ({ house, locale }, { params }) => {
      const group = await getGroup(house.database, params.id)
      if (!group.ok) return group
      const uses = await usesOfGroup(house.database, { code: group.value.code, now: house.clock.now() })
      return ok({
        items: uses.map(({ names, ...use }) => ({ ...use, name: names[locale] ?? names['en'] ?? use.code })),
      })
    },
  }),
  command({
    method: 'DELETE',
    path: '/customer-groups/:id',
    operationId: 'deleteCustomerGroup',
    summary: 'Delete a group that no price list and no promotion asks for any more',
    permission: 'customers:write',
    own: 'any',
    params: idParams,
    status: 204,
    response: Type.Void(),
    command: (ctx, { params }) =>
      deleteGroup(ctx, {
        id: params.id,
        usedBy: async (code) => (await usesOfGroup(ctx.tx, { code, now: ctx.now })).map((use) => use.code),
      }),
  }),
]
