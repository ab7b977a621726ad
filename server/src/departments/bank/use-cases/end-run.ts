import type { Context } from '../../../host/context.ts'
import { countFact, moneyFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { mayDo, type RunAct, type RunState } from '../domain/run.ts'
import type { Run } from '../queries/read-runs.ts'
import { recordRefundsHandedOver } from '../../payments/index.ts'
import { listDebitsOfRun } from '../queries/read-debits.ts'
import { listTransfersOfRun } from '../queries/read-transfers.ts'
import { dropTransfersOfRun } from '../store/transfers.ts'
import { freeDebitsOfRun, lockRun, saveRunState } from '../store/runs.ts'

/** A file leaves the house with this. */
export const RELEASE: GuardedAct = {
  act: 'bank.release',
  permission: 'bank:write',
  facts: { amount: 'money', items: 'count' },
}

async function lockFor(ctx: Context, id: string, act: RunAct): Promise<Result<Run>> {
  const run = await lockRun(ctx, id)
  if (!run) return refusals.not_found()
  const may = mayDo(act, run.state)
  return may.ok ? ok(run) : may
}

/** It may go to the bank; where a rule wants more eyes, once they have agreed. */
export async function releaseRun(ctx: Context, id: string): Promise<Result<void>> {
  const run = await lockFor(ctx, id, 'release')
  if (!run.ok) return run
  const fresh = await stillWanted(ctx, run.value)
  if (!fresh.ok) return fresh
  const { total, items } = run.value
  const facts = { amount: moneyFact(money(total, 'EUR')), items: countFact(items) }
  const admitted = await weigh(ctx, { act: RELEASE.act, facts, ref: { kind: 'payment_run', id } })
  if (!admitted.ok) return admitted
  return move(ctx, run.value, 'released')
}

/** What somebody sent otherwise meanwhile must not go a second time; of who called off or paid nothing is collected. */
async function stillWanted(ctx: Context, { id, kind }: Run): Promise<Result<void>> {
  if (kind === 'collection') {
    const debits = await listDebitsOfRun(ctx.tx, id)
    return debits.every(({ owed, amount }) => owed >= amount) ? ok() : refusals.run_overtaken()
  }
  const transfers = await listTransfersOfRun(ctx.tx, id)
  return transfers.every(({ wanted }) => wanted) ? ok() : refusals.run_overtaken()
}

/** The bank has it. */
export async function sendRun(ctx: Context, id: string): Promise<Result<void>> {
  const run = await lockFor(ctx, id, 'send')
  if (!run.ok) return run
  const refunds = (await listTransfersOfRun(ctx.tx, id)).map(({ refundId }) => refundId)
  if (refunds.length > 0) recordRefundsHandedOver(ctx, refunds)
  return move(ctx, run.value, 'sent')
}

/** It never went: what was in it waits again. */
export async function discardRun(
  ctx: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<void>> {
  if (reason.trim() === '') return refusals.note_missing({ field: 'reason' })
  const run = await lockFor(ctx, id, 'discard')
  if (!run.ok) return run
  freeDebitsOfRun(ctx, id)
  dropTransfersOfRun(ctx, id)
  return move(ctx, run.value, 'discarded', reason.trim())
}

function move(ctx: Context, { id, state, version }: Run, after: RunState, reason?: string): Result<void> {
  saveRunState(ctx, id, after, reason ?? null)
  ctx.audit({
    ...{ action: `bank:${ACTION[after]}`, objectType: 'payment_run', objectId: id, version: version + 1 },
    changes: [{ field: 'state', before: state, after }],
    ...(reason && { reason }),
  })
  return ok()
}

const ACTION: Readonly<Record<RunState, string>> = {
  prepared: 'prepare',
  released: 'release',
  sent: 'send',
  discarded: 'discard',
}
