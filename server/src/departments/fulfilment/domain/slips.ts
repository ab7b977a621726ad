import type { ParcelState } from './parcel.ts'

interface Sent {
  readonly state: ParcelState
}

/**
 * What is printed for an order that somebody packs or has packed: a slip for each parcel that waits to go, and one for what is still to be
 * packed. Where nothing waits any more, those of the parcels that went are printed again.
 */
export function slipsToPrint<P extends Sent>(parcels: readonly P[], isSomethingLeft: boolean): readonly (P | 'rest')[] {
  const waiting = parcels.filter(({ state }) => state === 'packed')
  if (waiting.length > 0 || isSomethingLeft) return isSomethingLeft ? [...waiting, 'rest'] : waiting
  return parcels.filter(({ state }) => state !== 'taken_back')
}
