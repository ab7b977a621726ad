import type { Context } from '../../../host/context.ts'
import type { Id } from '../../../kernel/ids.ts'
import { balancedPostings, type Entry } from '../domain/entry.ts'
import { ensureAccounts, insertEntry } from '../store/entries.ts'

export type EntryId = Id<'entry'>

/**
 * Writes an entry in the transaction of its fact. Faults when it does not balance; a second entry for the same kind and ref
 * fails at the database's unique key, so that one fact is in the books once.
 */
export function postEntry(ctx: Context, entry: Entry): EntryId {
  const postings = balancedPostings(entry)
  const id = ctx.newId<'entry'>()
  ensureAccounts(ctx, entry.entityId, postings)
  insertEntry(ctx, id, entry, postings)
  return id
}
