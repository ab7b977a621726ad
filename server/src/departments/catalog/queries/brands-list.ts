import { fragment } from '../../../host/database/sql.ts'
import { defineList, EVERY_ROW } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'

const STATES = ['shown', 'hidden'] as const

export interface BrandLine {
  readonly id: string
  readonly name: string
  readonly handle: string
  readonly state: (typeof STATES)[number]
  readonly imageFileId: string | null
  readonly products: number
  readonly maker: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

type Row = Omit<BrandLine, 'imageFileId' | 'createdAt' | 'updatedAt'> & {
  readonly image_file_id: string | null
  readonly created_at: Date
  readonly updated_at: Date
}

/** Brands by name; products that say one are counted up to 10,000, drafts among them. */
export const brandsList = defineList<Row, BrandLine>({
  name: 'brands',
  namespace: 'catalog',
  columns: {
    name: { type: 'text', sql: 'lower(b.name)', sort: true },
    handle: { type: 'text', sql: 'b.handle', filter: ['is'] },
    products: { type: 'integer' },
    maker: { type: 'text', nullable: true },
    makerId: { type: 'id', sql: 'b.maker_id', filter: ['is', 'empty'], nullable: true, shown: false },
    state: {
      type: 'enum',
      values: [...STATES],
      filter: ['is'],
      where: (states) => fragment`b.hidden = ANY(${states.map((state) => state === 'hidden')}::boolean[])`,
    },
    createdAt: { type: 'instant', sql: 'b.created_at', filter: ['from', 'to', 'last'], sort: true },
    updatedAt: { type: 'instant', sql: 'b.updated_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM catalog.brand b',
  as: 'b',
  select: `b.id, b.name, b.handle, CASE WHEN b.hidden THEN 'hidden' ELSE 'shown' END AS state, b.image_file_id, m.name AS maker, b.created_at, b.updated_at,
    (SELECT count(*)::int FROM (SELECT 1 FROM catalog.product p WHERE lower(p.vendor) = lower(b.name) LIMIT 10000) AS few)
      AS products`,
  details: 'LEFT JOIN catalog.safety_contact m ON m.id = b.maker_id',
  keys: [{ sql: 'b.id', type: 'id' }],
  defaultSort: 'name',
  scope: { market: EVERY_ROW, location: EVERY_ROW },
  search: { ways: [(words) => containing('lower(b.name)', words)] },
  present: ({ image_file_id, created_at, updated_at, ...row }) => ({
    ...row,
    imageFileId: image_file_id,
    createdAt: created_at.toISOString(),
    updatedAt: updated_at.toISOString(),
  }),
})
