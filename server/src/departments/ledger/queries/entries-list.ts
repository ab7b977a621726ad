import { defineList } from '../../../host/lists/define-list.ts'
import { ENTRY_KINDS } from '../domain/entry.ts'
import { entryDetails, toListed, type EntryRow, type ListedEntry } from './read-ledger.ts'

/** Ledger entries, the last recorded first. */
export const entriesList = defineList<EntryRow, ListedEntry>({
  name: 'ledger-entries',
  namespace: 'ledger',
  columns: {
    recordedAt: { type: 'instant', sql: 'e.recorded_at', filter: ['from', 'to', 'last'], sort: true },
    effectiveOn: { type: 'date', sql: 'e.effective_on', filter: ['is', 'from', 'to', 'last'], sort: true },
    kind: { type: 'enum', sql: 'e.kind', values: ENTRY_KINDS, filter: ['is', 'not'] },
    debited: { type: 'text' },
    credited: { type: 'text' },
    amount: { type: 'money' },
    ref: { type: 'text', sql: 'e.ref', filter: ['is'] },
    about: { type: 'text', sql: 'e.about', filter: ['is'] },
  },
  from: 'FROM ledger.entry e',
  as: 'e',
  select: 'e.id, e.kind, e.ref, e.about, e.effective_on, e.recorded_at, e.reverses, p.postings',
  details: entryDetails,
  keys: [{ sql: 'e.id', type: 'id' }],
  defaultSort: '-recordedAt',
  present: toListed,
})
