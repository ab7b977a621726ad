import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { runCommand } from '../../../host/context.ts'
import type { TaskDefinition } from '../../../host/tasks/task.ts'
import { ok } from '../../../kernel/result.ts'
import { listOpenEntries } from '../../../departments/bank/index.ts'
import { matchEntryNow, type Outcome } from '../book-entry.ts'

const inputSchema = Type.Object({ statementIds: Type.Array(Type.String()) })

/** Looks for the order of every entry of new statements. Begun anew it finds those that are left. */
export const matchEntriesTask: TaskDefinition = {
  kind: 'match-bank-entries',
  permission: 'bank:write',
  path: '/bank-entries',
  run: async (house, { input, actor, requestId }, report) => {
    const { statementIds } = Value.Parse(inputSchema, input)
    const ids = await listOpenEntries(house.database, statementIds)
    const counts: Record<Outcome | 'refused', number> = { booked: 0, proposed: 0, unknown: 0, refused: 0 }
    for (const [index, entryId] of ids.entries()) {
      if (await report.stopAsked()) break
      const outcome = await runCommand(house, { actor, requestId }, (ctx) => matchEntryNow(ctx, entryId))
      // A receipt that somebody recorded under this reference already: the entry stays for a person.
      counts[outcome.ok ? outcome.value : 'refused'] += 1
      report.progress(index + 1, ids.length)
    }
    return ok(counts)
  },
}
