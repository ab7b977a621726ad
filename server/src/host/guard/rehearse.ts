import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../actor.ts'
import type { AuditEntry } from '../audit/record.ts'
import { runCommand, type Context, type House } from '../context.ts'
import { jsonText } from '../database/json.ts'
import type { KeptChange } from './guard.ts'

class Rehearsed extends Error {
  readonly result: Result<unknown>
  constructor(result: Result<unknown>) {
    super('rehearsed')
    this.result = result
  }
}

const MOST_SHOWN = 200

/**
 * What a command would change now: it runs, unweighed, its audit rows are noted down, and everything is rolled back. So what is
 * shown and what is done cannot drift apart, and no department describes its changes twice.
 */
export async function rehearse(
  house: House,
  actor: Actor,
  command: (ctx: Context) => Promise<Result<unknown>>,
): Promise<Result<readonly KeptChange[]>> {
  let entries: AuditEntry[] = []
  const result = await rolledBack({ ...house, guardMode: { kind: 'rehearsal' } }, actor, (ctx) => {
    entries = []
    return command(Object.freeze({ ...ctx, audit: (entry: AuditEntry) => void entries.push(entry) }))
  })
  if (!result.ok) return result
  const changes = entries.flatMap(({ objectType, objectId, changes: fields = [] }) =>
    fields.filter(differs).map(({ field, before, after }) => ({ objectType, objectId, field, before, after })),
  )
  // As it is kept and sent: amounts are whole numbers there.
  return { ok: true, value: JSON.parse(jsonText(changes.slice(0, MOST_SHOWN))) as KeptChange[] }
}

const differs = ({ before = null, after = null }: { readonly before?: unknown; readonly after?: unknown }) =>
  before !== after

/** A throw rolls back; constraints have spoken before, since the writes are waited for. */
async function rolledBack(
  house: House,
  actor: Actor,
  command: (ctx: Context) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  try {
    return await runCommand(house, { actor }, async (ctx) => {
      const result = await command(ctx)
      if (!result.ok) return result
      await ctx.tx.flush()
      throw new Rehearsed(result)
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.result
    throw error
  }
}
