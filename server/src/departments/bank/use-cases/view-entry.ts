import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { listDecisions, readEntry, type Entry, type EntryDecision } from '../queries/read-entries.ts'

/** An entry and what became of it. */
export async function viewEntry(
  reader: Pick<Database, 'rows'>,
  id: string,
): Promise<Result<{ readonly entry: Entry; readonly decisions: readonly EntryDecision[] }>> {
  const [entry, decisions] = await Promise.all([readEntry(reader, id), listDecisions(reader, id)])
  return entry ? ok({ entry, decisions }) : refusals.not_found()
}
