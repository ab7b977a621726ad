import { defineList } from '../../../host/lists/define-list.ts'
import { RUN_STATES, type RunState } from '../domain/run.ts'
import { nameOfRun } from './read-runs.ts'

interface Row {
  readonly id: string
  readonly number: string
  readonly kind: 'collection' | 'transfer'
  readonly state: RunState
  readonly items: number
  readonly total: bigint
  readonly currency: string
  readonly first_on: string
  readonly made_at: Date
}

/** Files for the bank, the newest first. */
export const runsList = defineList({
  name: 'payment-runs',
  namespace: 'bank',
  columns: {
    name: { type: 'text' },
    kind: { type: 'enum', sql: 'r.kind', values: ['collection', 'transfer'], filter: ['is'] },
    state: { type: 'enum', sql: 'r.state', values: [...RUN_STATES], filter: ['is', 'not'] },
    firstOn: { type: 'date' },
    madeAt: { type: 'instant', sql: 'r.made_at', filter: ['from', 'to', 'last'], sort: true },
    items: { type: 'integer' },
    total: { type: 'money', sql: 'r.total', filter: ['from', 'to'], sort: true },
  },
  from: 'FROM bank.payment_run r',
  as: 'r',
  select: 'r.id, r.number::text, r.kind, r.state, r.items, r.total, r.currency, r.first_on, r.made_at',
  keys: [{ sql: 'r.id', type: 'id' }],
  defaultSort: '-madeAt',
  present: (row: Row) => ({
    id: row.id,
    name: nameOfRun({ number: row.number, madeAt: row.made_at }),
    kind: row.kind,
    state: row.state,
    firstOn: row.first_on,
    madeAt: row.made_at.toISOString(),
    items: row.items,
    total: { amount: Number(row.total), currency: row.currency },
  }),
})
