import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'

interface GroupRow {
  readonly id: string
  readonly code: string
  readonly names: Readonly<Record<string, string>>
  readonly ruled: boolean
  readonly members: bigint
  readonly created_at: Date
}

/** Groups of customers, the newest first; members are counted up to 10,000. */
export const groupsList = defineList<GroupRow, ReturnType<typeof toView>>({
  name: 'customer-groups',
  namespace: 'customers',
  columns: {
    name: { type: 'text' },
    code: { type: 'text', sql: 'g.code', filter: ['is'], sort: true },
    ruled: { type: 'boolean' },
    members: { type: 'integer' },
    createdAt: { type: 'instant', sql: 'g.created_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM customers.customer_group g',
  as: 'g',
  select: `g.id, g.code, g.names, g.rule IS NOT NULL AS ruled, g.created_at,
    (SELECT count(*) FROM (SELECT 1 FROM customers.group_member m WHERE m.group_id = g.id LIMIT 10000) AS few) AS members`,
  keys: [{ sql: 'g.id', type: 'id' }],
  defaultSort: '-createdAt',
  search: { ways: [(words) => containing("lower(g.code || ' ' || g.names::text)", words)] },
  present: toView,
})

function toView({ id, code, names, ruled, members, created_at }: GroupRow, locale: string) {
  const name = names[locale] ?? names['en'] ?? code
  return { id, code, name, ruled, members: Number(members), createdAt: created_at.toISOString() }
}
