import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { ALL_TODAY, checkPromise, type PaidToday, type StockPromise } from '../domain/promise.ts'
import { refusals } from '../domain/refusals.ts'
import { insertTold, lockPromise, savePromise } from '../store/promises.ts'

export { ALL_TODAY, PAYS_TODAY, PROMISE_KINDS } from '../domain/promise.ts'

export interface PromiseToPut extends Omit<StockPromise, 'paidToday'> {
  /** All of it, where nothing is said. */
  readonly paidToday?: PaidToday
  readonly variantId: string
  readonly locationCode: string
  /** The version that was seen; undefined where there was none. */
  readonly version: number | undefined
}

/** Says how many of something may be sold before they are there, and when they ship. Whether a day slipped for somebody is told by who calls. */
export async function putPromise(
  ctx: Context,
  { variantId, locationCode, version, paidToday = ALL_TODAY, ...said }: PromiseToPut,
): Promise<Result<{ readonly version: number }>> {
  const promise = { ...said, paidToday }
  const held = isUuid(variantId) ? await lockPromise(ctx, { variantId, locationCode }) : undefined
  if (!held) return refusals.unknown_location({ params: { location: locationCode } })
  if (held.version !== null) {
    const expected = expectVersion(held.version, version)
    if (!expected.ok) return expected
  }
  const allowed = checkPromise(promise, {
    today: localDateIn(ctx.now, 'UTC'),
    soldBeyond: Number(held.soldBeyond),
  })
  if (!allowed.ok) return allowed
  savePromise(ctx, { variantId, locationId: held.locationId }, promise)
  ctx.audit({
    action: 'inventory:promise',
    objectType: 'stock',
    objectId: `${variantId} ${held.locationId}`,
    changes: [
      { field: 'most', before: Number(held.most), after: promise.most },
      { field: 'shipsOn', before: held.shipsOn, after: promise.shipsOn },
      { field: 'paidToday', before: paidText(held.paidToday), after: paidText(promise.paidToday) },
    ],
  })
  return ok({ version: (held.version ?? 0) + 1 })
}

/** As the trail keeps it: `all`, `share 200000`, `amount 500 EUR`. */
function paidText(paid: PaidToday | null): string | null {
  if (!paid) return null
  return [paid.kind, paid.sharePpm, paid.amount, paid.currency].filter((part) => part !== null).join(' ')
}

/** An order knows of the day that slipped. */
export const noteTold = insertTold
