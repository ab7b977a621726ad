import { defineList } from '../../../host/lists/define-list.ts'
import { PUBLIC_KINDS, TEST_KIND } from '../domain/public-events.ts'
import { messageIdOf } from '../domain/webhook.ts'

export { PUBLIC_KINDS, TEST_KIND } from '../domain/public-events.ts'

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const

export interface DeliveryLine {
  readonly id: string
  readonly webhookId: string
  readonly webhook: string
  readonly eventId: string
  /** By which the receiver knows it. */
  readonly messageId: string
  readonly kind: string
  readonly state: (typeof DELIVERY_STATES)[number]
  readonly attempts: number
  /** What the last call was answered with; null where nothing came back, or none was made. */
  readonly status: number | null
  /** Why nothing came back. */
  readonly silence: string | null
  readonly milliseconds: number | null
  readonly createdAt: string
  /** Of one that waits. */
  readonly dueAt: string | null
}

export type DeliveryRow = Omit<DeliveryLine, 'webhookId' | 'eventId' | 'messageId' | 'createdAt' | 'dueAt'> & {
  readonly webhook_id: string
  readonly event_id: string
  readonly created_at: Date
  readonly due_at: Date
}

export const deliveryColumns = `d.id, d.webhook_id, w.name AS webhook, d.event_id, d.kind, d.state, d.attempts, d.last_status AS status,
  d.last_silence AS silence, d.last_ms AS milliseconds, d.created_at, d.due_at`

export function presentDelivery({ webhook_id, event_id, created_at, due_at, ...row }: DeliveryRow): DeliveryLine {
  return {
    ...row,
    webhookId: webhook_id,
    eventId: event_id,
    messageId: messageIdOf(event_id),
    createdAt: created_at.toISOString(),
    dueAt: row.state === 'waiting' ? due_at.toISOString() : null,
  }
}

/** Messages to addresses outside, the newest first. */
export const webhookDeliveriesList = defineList<DeliveryRow, DeliveryLine>({
  name: 'webhook-deliveries',
  namespace: 'operations',
  columns: {
    createdAt: { type: 'instant', sql: 'd.created_at', filter: ['from', 'to', 'last'], sort: true },
    webhookId: { type: 'id', sql: 'd.webhook_id', filter: ['is'], shown: false },
    webhook: { type: 'text' },
    kind: { type: 'enum', sql: 'd.kind', values: [...PUBLIC_KINDS, TEST_KIND], filter: ['is', 'not'] },
    state: { type: 'enum', sql: 'd.state', values: DELIVERY_STATES, filter: ['is', 'not'] },
    attempts: { type: 'integer' },
    status: { type: 'integer', nullable: true },
    milliseconds: { type: 'integer', nullable: true },
    dueAt: { type: 'instant', nullable: true },
  },
  from: 'FROM operations.webhook_delivery d',
  as: 'd',
  select: deliveryColumns,
  details: 'JOIN operations.webhook w ON w.id = d.webhook_id',
  keys: [{ sql: 'd.id', type: 'id' }],
  defaultSort: '-createdAt',
  present: presentDelivery,
})
