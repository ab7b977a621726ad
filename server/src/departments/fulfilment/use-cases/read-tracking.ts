import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { forgetSearchTerm, recordSearchTerm } from '../../orders/index.ts'
import { trackingKey } from '../domain/parcel.ts'
import { refusals } from '../domain/refusals.ts'
import { recognise, type Recognised } from '../domain/tracking.ts'
import type { Tracking } from '../store/parcels.ts'

/** As people type it: blank is nothing. */
export interface TypedTracking {
  readonly carrier?: string | undefined
  readonly trackingNumber?: string | undefined
  readonly trackingUrl?: string | undefined
}

/** Who carries it and where it can be followed, as typed; what is left out comes from the number where only one carrier has such. */
export function readTracking(typed: TypedTracking): Result<Tracking> {
  const carrier = typed.carrier?.trim() || null
  const number = typed.trackingNumber?.trim() || null
  const url = typed.trackingUrl?.trim() || null
  if (url !== null && !isWebAddress(url)) return refusals.link_wrong({ field: 'trackingUrl' })
  if (number === null || trackingKey(number) === '') return ok({ carrier, trackingNumber: null, trackingUrl: url })
  const known = recognise(number)
  const named = known.find((one) => one.carrier.toLowerCase() === carrier?.toLowerCase())
  const its = carrier === null && known.length === 1 ? known[0] : named
  return ok({ carrier: carrier ?? its?.carrier ?? null, trackingNumber: number, trackingUrl: url ?? its?.url ?? null })
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

/** Who could carry a parcel of this number. */
export const recogniseTracking = (number: string): Recognised[] => recognise(number)

/** The order is found by the numbers of its parcels, and no more by one that was a mistake. */
export function findByTracking(
  ctx: Context,
  orderId: string,
  { before, now }: { readonly before: string | null; readonly now: string | null },
): void {
  if (before !== null) forgetSearchTerm(ctx, { orderId, kind: 'tracking', term: before })
  if (now !== null) recordSearchTerm(ctx, { orderId, kind: 'tracking', term: now })
}
