import { Type } from 'typebox'
import { query, type Route } from '../../host/http/route.ts'
import { staffOf } from '../../host/http/staff-of.ts'
import { ok } from '../../kernel/result.ts'
import { KINDS, searchHouse } from './search-house.ts'
import { formatMoney } from '../../host/i18n/format.ts'

const foundSchema = Type.Object({
  kind: Type.Enum([...KINDS]),
  id: Type.String(),
  title: Type.String(),
  subtitle: Type.String(),
  path: Type.String({ description: 'Below the back office.' }),
})

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/search',
    operationId: 'search',
    summary: 'Records of all departments by what somebody types',
    description: 'Only of kinds that the caller may read; grouped by kind, the best of each first.',
    permission: 'public',
    own: 'self',
    query: Type.Object({
      q: Type.String({ minLength: 2, maxLength: 100, pattern: '\\S\\s*\\S' }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 5, description: 'Of each kind.' })),
    }),
    response: Type.Object({ items: Type.Array(foundSchema) }),
    answer: async (call, { query: { q, limit } }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const { permissions, scope } = staff.value
      const found = await searchHouse({
        house: call.house,
        permissions,
        scope,
        locale: call.locale,
        formatMoney: (amount) => formatMoney(amount, call.locale),
        typed: q,
        limit: limit ?? 5,
      })
      return ok({ items: [...found] })
    },
  }),
]
