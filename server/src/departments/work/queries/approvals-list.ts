import { fragment } from '../../../host/database/sql.ts'
import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { APPROVAL_STATES, type ApprovalState } from '../domain/approval.ts'

export interface ApprovalSummary {
  readonly id: string
  readonly act: string
  readonly label: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly state: ApprovalState
  readonly requesterName: string
  readonly roles: readonly string[]
  readonly askedAt: string
  readonly expiresAt: string
}

interface SummaryRow {
  readonly id: string
  readonly act: string
  readonly label: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly state: ApprovalState
  readonly requester_name: string
  readonly roles: string[]
  readonly asked_at: Date
  readonly expires_at: Date
}

/** Requests that were held, the newest first. */
export const approvalsList = defineList<SummaryRow, ApprovalSummary>({
  name: 'approvals',
  namespace: 'work',
  columns: {
    act: { type: 'text', sql: 'a.act', filter: ['is'] },
    label: { type: 'text' },
    state: { type: 'enum', sql: 'a.state', values: [...APPROVAL_STATES], filter: ['is', 'not'] },
    requesterName: { type: 'text' },
    askedAt: { type: 'instant', sql: 'a.asked_at', filter: ['from', 'to', 'last'], sort: true },
    expiresAt: { type: 'instant' },
    requesterId: { type: 'id', sql: 'a.requester_id', filter: ['is'], shown: false },
    role: { type: 'text', filter: ['is'], shown: false, where: (roles) => fragment`a.roles && ${roles}::text[]` },
  },
  from: 'FROM work.approval a',
  as: 'a',
  select: 'a.id, a.act, a.label, a.facts, a.state, a.requester_name, a.roles, a.asked_at, a.expires_at',
  keys: [{ sql: 'a.id', type: 'id' }],
  defaultSort: '-askedAt',
  search: { ways: [(words) => containing("lower(a.label || ' ' || a.requester_name)", words)] },
  shorthands: { state: { column: 'state' } },
  present: (row) => ({
    id: row.id,
    act: row.act,
    label: row.label,
    facts: row.facts,
    state: row.state,
    requesterName: row.requester_name,
    roles: row.roles,
    askedAt: row.asked_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }),
})
