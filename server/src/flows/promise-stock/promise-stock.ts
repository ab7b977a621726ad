/**
 * Says how many pieces may be sold before they are there, and about when they ship. Which orders wait follows from what is reserved: what
 * lies on the shelf belongs to the oldest promise, so nobody allots what comes in. Orders whose day slipped by it are told in a job,
 * which looks at what they know: told twice of the same day nobody is.
 *
 * Rejected: a row for each piece that is late. It would have to be moved with every count, release and edit, and could be wrong; the order
 * in which reservations were made cannot.
 */
import type { Context } from '../../host/context.ts'
import type { Result } from '../../kernel/result.ts'
import { putPromise } from '../../departments/inventory/index.ts'

export async function promiseStock(
  ctx: Context,
  promise: Parameters<typeof putPromise>[1],
): Promise<Result<{ readonly version: number }>> {
  const put = await putPromise(ctx, promise)
  if (!put.ok) return put
  const { variantId, locationCode } = promise
  ctx.enqueue({
    kind: 'tell-late-orders',
    ref: `${variantId} ${locationCode}`,
    dedupKey: `${variantId} ${locationCode} ${put.value.version}`,
  })
  return put
}
