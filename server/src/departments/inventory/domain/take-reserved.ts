import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

interface Promised {
  readonly id: string
  readonly variantId: string
  readonly quantity: number
}

export interface Taken {
  readonly id: string
  readonly variantId: string
  readonly quantity: number
  /** What of the reservation stays. */
  readonly left: number
}

/** Which reservations a shipment takes, whole or in part; nothing leaves that was not promised to its order. */
export function takeReserved(reserved: readonly Promised[], pieces: ReadonlyMap<string, number>): Result<Taken[]> {
  const taken: Taken[] = []
  for (const [variantId, wanted] of pieces) {
    let open = wanted
    for (const { id, quantity } of reserved.filter((one) => one.variantId === variantId)) {
      const some = Math.min(open, quantity)
      if (some > 0) taken.push({ id, variantId, quantity: some, left: quantity - some })
      open -= some
    }
    if (open > 0) return refusals.not_reserved_there({ params: { missing: open } })
  }
  return ok(taken)
}
