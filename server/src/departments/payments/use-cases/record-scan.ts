import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { saveScan } from '../store/scans.ts'

/** How far the provider's list of changes has been read and acted on. */
export async function recordScan(ctx: Context, provider: string, readTo: Date): Promise<Result<void>> {
  saveScan(ctx, provider, readTo)
  return ok()
}
