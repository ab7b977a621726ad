import { defineList } from '../../../host/lists/define-list.ts'
import type { StatementKind } from '../domain/statement.ts'

interface Row {
  readonly id: string
  readonly kind: StatementKind
  readonly message: string
  readonly account: string
  readonly bank_id: string
  readonly created_on: string | null
  readonly currency: string | null
  readonly closing: bigint | null
  readonly entry_count: number
  readonly open_count: number
  readonly file_name: string
  readonly imported_at: Date
}

/** What was brought in from the bank, the newest first. */
export const statementsList = defineList({
  name: 'bank-statements',
  namespace: 'bank',
  columns: {
    bankId: { type: 'text' },
    account: { type: 'text', sql: 's.account', filter: ['is'] },
    createdOn: { type: 'date', sql: 's.created_on', filter: ['from', 'to'], nullable: true },
    importedAt: { type: 'instant', sql: 's.imported_at', filter: ['from', 'to', 'last'], sort: true },
    entries: { type: 'integer' },
    open: { type: 'integer' },
    closing: { type: 'money', nullable: true },
    fileName: { type: 'text' },
  },
  from: 'FROM bank.statement s',
  as: 's',
  details: `LEFT JOIN LATERAL (SELECT count(*)::int AS open_count FROM bank.entry e WHERE e.statement_id = s.id AND e.state = 'open') c ON true`,
  select: `s.id, s.kind, s.message, s.account, s.bank_id, s.created_on, s.currency, s.closing, s.entry_count, c.open_count, s.file_name,
    s.imported_at`,
  keys: [{ sql: 's.id', type: 'id' }],
  defaultSort: '-importedAt',
  present: (row: Row) => ({
    id: row.id,
    kind: row.kind,
    message: row.message,
    account: row.account,
    bankId: row.bank_id,
    createdOn: row.created_on,
    importedAt: row.imported_at.toISOString(),
    entries: row.entry_count,
    open: row.open_count,
    closing:
      row.closing === null || row.currency === null ? null : { amount: Number(row.closing), currency: row.currency },
    fileName: row.file_name,
  }),
})
