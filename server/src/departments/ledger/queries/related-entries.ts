import { sql, trusted } from '../../../host/database/sql.ts'
import { valueKey } from '../../../host/lists/define-list.ts'
import type { RelatedSource } from '../../../host/records/related.ts'
import { entriesList } from './entries-list.ts'
import { entryDetails, toListed, type EntryRow } from './read-ledger.ts'

/** What a record did to the accounts, the last recorded first (entry_by_about). */
export const entriesAbout: RelatedSource = {
  name: 'entries',
  permission: 'ledger:read',
  find: async (reader, { id: about, limit, translate }) => {
    const rows = await reader.rows(sql<EntryRow>`
      SELECT e.id, e.kind, e.ref, e.about, e.effective_on, e.recorded_at, e.reverses, p.postings
      FROM ledger.entry e ${trusted(entryDetails)}
      WHERE e.about = ${about} ORDER BY e.recorded_at DESC, e.id DESC LIMIT ${limit}`)
    return rows.map((row) => ({
      type: 'ledger_entry',
      id: row.id,
      title: translate(valueKey(entriesList, 'kind', row.kind)),
      amount: toListed(row).amount,
      at: row.recorded_at,
      place: { path: '/ledger/entries', filter: [`about:is:${about}`] },
    }))
  },
  all: (id) => ({ path: '/ledger/entries', filter: [`about:is:${id}`] }),
}
