import type { Locale } from '../../../host/i18n/locales.ts'
import { defineList, EVERY_ROW } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import type { Texts } from '../domain/product.ts'
import { inLanguage } from './localised.ts'
import { nameOrder } from './product-conditions.ts'

const STATES = ['shown', 'later', 'over', 'hidden'] as const
const WAYS = ['rule', 'hand'] as const
/** As collection_by_way says it. */
const WAY = "(CASE WHEN c.rule IS NULL THEN 'hand' ELSE 'rule' END)"

export interface CollectionLine {
  readonly id: string
  readonly name: string
  readonly handle: string
  readonly imageFileId: string | null
  readonly way: (typeof WAYS)[number]
  readonly members: number
  readonly state: (typeof STATES)[number]
  readonly hidden: boolean
  readonly beginsAt: string | null
  readonly endsAt: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

interface Row {
  readonly id: string
  readonly names: Texts
  readonly handle: string
  readonly image_file_id: string | null
  readonly way: CollectionLine['way']
  readonly members: number
  readonly state: CollectionLine['state']
  readonly hidden: boolean
  readonly begins_at: Date | null
  readonly ends_at: Date | null
  readonly created_at: Date
  readonly updated_at: Date
}

/** Collections, the last changed first. What the shop does with one depends on the moment, so it is shown and not filtered by. */
export const collectionsList = defineList<Row, CollectionLine>({
  name: 'collections',
  namespace: 'catalog',
  columns: {
    name: { type: 'text', sql: (locale) => nameOrder(locale, 'c'), sort: true },
    handle: { type: 'text', sql: 'c.handle', filter: ['is'] },
    way: { type: 'enum', sql: WAY, values: [...WAYS], filter: ['is'] },
    members: { type: 'integer', sql: 'c.members', filter: ['is', 'from', 'to'], sort: true },
    state: { type: 'enum', values: [...STATES] },
    hidden: { type: 'boolean', sql: 'c.hidden', filter: ['is'], shown: false },
    beginsAt: { type: 'instant', sql: 'c.begins_at', filter: ['from', 'to'], nullable: true },
    endsAt: { type: 'instant', sql: 'c.ends_at', filter: ['from', 'to'], nullable: true },
    createdAt: { type: 'instant', sql: 'c.created_at', filter: ['from', 'to', 'last'], sort: true },
    updatedAt: { type: 'instant', sql: 'c.updated_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM catalog.collection c',
  as: 'c',
  select: `c.id, c.names, c.handle, c.image_file_id, ${WAY} AS way, c.members, c.hidden, c.begins_at, c.ends_at,
    c.created_at, c.updated_at,
    CASE WHEN c.hidden THEN 'hidden' WHEN c.begins_at > now() THEN 'later' WHEN c.ends_at <= now() THEN 'over' ELSE 'shown' END
      AS state`,
  keys: [{ sql: 'c.id', type: 'id' }],
  defaultSort: '-updatedAt',
  scope: { market: EVERY_ROW, location: EVERY_ROW },
  search: { ways: [(words) => containing("lower(c.handle || ' ' || c.names::text)", words)] },
  present: toLine,
})

function toLine(row: Row, locale: Locale): CollectionLine {
  const { id, handle, way, members, state, hidden } = row
  return {
    id,
    name: inLanguage(row.names, locale),
    handle,
    imageFileId: row.image_file_id,
    way,
    members,
    state,
    hidden,
    beginsAt: row.begins_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}
