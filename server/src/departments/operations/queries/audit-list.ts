import { defineList } from '../../../host/lists/define-list.ts'

export interface AuditView {
  readonly id: string
  readonly at: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly action: string
  readonly objectType: string
  readonly objectId: string
  readonly version: number | null
  readonly changes: { field: string; before?: unknown; after?: unknown }[]
  readonly reason: string | null
  readonly requestId: string | null
  /** The row's number in the sealed chain; null for the moment until the sealer comes by. */
  readonly seal: number | null
}

interface AuditRow {
  readonly id: string
  readonly at: Date
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly action: string
  readonly object_type: string
  readonly object_id: string
  readonly version: number | null
  readonly changes: AuditView['changes']
  readonly reason: string | null
  readonly request_id: string | null
  readonly seq: bigint | null
}

/** The newest first. `actorId` is the actor's id, or the name of a provider or of a part of the program. */
export const auditList = defineList<AuditRow, AuditView>({
  name: 'audit',
  namespace: 'operations',
  columns: {
    at: { type: 'instant', sql: 'a.at', filter: ['from', 'to', 'last'], sort: true },
    actorKind: { type: 'text' },
    actorId: { type: 'text', sql: 'a.actor_id', filter: ['is'], nullable: true },
    action: { type: 'text' },
    objectType: { type: 'text', sql: 'a.object_type', filter: ['is'] },
    objectId: { type: 'text', sql: 'a.object_id', filter: ['is'] },
    changes: { type: 'text' },
    version: { type: 'integer', nullable: true },
    reason: { type: 'text', nullable: true },
    seal: { type: 'integer', nullable: true },
  },
  from: 'FROM host.audit a',
  as: 'a',
  select: 'a.*, s.seq',
  details: 'LEFT JOIN host.audit_seal s ON s.audit_id = a.id',
  keys: [{ sql: 'a.id', type: 'id' }],
  defaultSort: '-at',
  shorthands: { objectType: { column: 'objectType' }, objectId: { column: 'objectId' }, actor: { column: 'actorId' } },
  present: (row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    version: row.version,
    changes: row.changes,
    reason: row.reason,
    requestId: row.request_id,
    seal: row.seq === null ? null : Number(row.seq),
  }),
})
