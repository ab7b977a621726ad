import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'

export const WEBHOOK_STATES = ['on', 'failing', 'paused', 'disabled'] as const

export interface WebhookLine {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly kinds: readonly string[]
  readonly kindCount: number
  readonly ownerId: string
  readonly state: (typeof WEBHOOK_STATES)[number]
  readonly createdAt: string
  readonly lastCallAt: string | null
}

type Row = Omit<WebhookLine, 'kindCount' | 'ownerId' | 'createdAt' | 'lastCallAt'> & {
  readonly owner_id: string
  readonly created_at: Date
  readonly last_call_at: Date | null
}

/** Addresses outside that are told of what happens, the newest first. */
export const webhooksList = defineList<Row, WebhookLine>({
  name: 'webhooks',
  namespace: 'operations',
  columns: {
    name: { type: 'text', sql: 'lower(w.name)', sort: true },
    address: { type: 'text' },
    kindCount: { type: 'integer' },
    state: { type: 'enum', values: WEBHOOK_STATES },
    lastCallAt: { type: 'instant', nullable: true },
    createdAt: { type: 'instant', sql: 'w.created_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM operations.webhook w',
  as: 'w',
  select: `w.id, w.name, w.address, w.kinds, w.owner_id, w.created_at,
    CASE WHEN p.cause = 'by_hand' THEN 'paused' WHEN p.cause IS NOT NULL THEN 'disabled'
      WHEN w.failing_since IS NOT NULL THEN 'failing' ELSE 'on' END AS state,
    (SELECT max(a.at) FROM (SELECT d.id FROM operations.webhook_delivery d WHERE d.webhook_id = w.id
      ORDER BY d.created_at DESC, d.id DESC LIMIT 20) few JOIN operations.webhook_attempt a ON a.delivery_id = few.id) AS last_call_at`,
  details: 'LEFT JOIN operations.webhook_pause p ON p.webhook_id = w.id',
  keys: [{ sql: 'w.id', type: 'id' }],
  defaultSort: '-createdAt',
  search: { ways: [(words) => containing("lower(w.name || ' ' || w.address)", words)] },
  present: ({ owner_id, created_at, last_call_at, ...row }) => ({
    ...row,
    ownerId: owner_id,
    kindCount: row.kinds.length,
    createdAt: created_at.toISOString(),
    lastCallAt: last_call_at?.toISOString() ?? null,
  }),
})
