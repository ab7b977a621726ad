import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { insertOutcome, type BulkOutcome } from '../store/bulk-outcomes.ts'

/** What a task made of one order of many: in the transaction that changed it, or, where it refused, in one of its own. */
export async function keepOutcome(ctx: Context, outcome: BulkOutcome): Promise<Result<void>> {
  insertOutcome(ctx, outcome)
  return ok()
}
