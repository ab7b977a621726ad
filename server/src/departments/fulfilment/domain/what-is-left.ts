import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'
import type { ParcelState } from './parcel.ts'

/** A line of which something is sent; what is downloaded or done for the buyer is none. */
export interface SentLine {
  readonly position: number
  readonly variantId: string
  readonly quantity: number
}

export interface Packed {
  readonly state: ParcelState
  readonly lines: readonly { readonly position: number; readonly quantity: number }[]
}

export type Dispatch = 'to_ship' | 'partly' | 'shipped' | 'delivered'

const OUT: readonly ParcelState[] = ['shipped', 'delivered', 'lost', 'returned']

/** Whether its pieces left the shelf for good. */
export const isOut = ({ state }: { readonly state: ParcelState }): boolean => OUT.includes(state)

/** Pieces by line that are in these parcels; one that was taken back holds none. */
export function piecesIn(parcels: readonly Packed[]): Map<number, number> {
  const pieces = new Map<number, number>()
  for (const { state, lines } of parcels) {
    if (state === 'taken_back') continue
    for (const { position, quantity } of lines) pieces.set(position, (pieces.get(position) ?? 0) + quantity)
  }
  return pieces
}

/** What of each line still lies on the shelf, unpacked. */
export function whatIsLeft(lines: readonly SentLine[], parcels: readonly Packed[]): SentLine[] {
  const packed = piecesIn(parcels)
  return lines
    .map((line) => ({ ...line, quantity: line.quantity - (packed.get(line.position) ?? 0) }))
    .filter(({ quantity }) => quantity > 0)
}

/** Less what is not there yet, by variant; the last lines wait first. */
export function withoutAwaited(
  left: readonly SentLine[],
  awaited: readonly { readonly variantId: string; readonly quantity: number }[],
): SentLine[] {
  const missing = new Map(awaited.map(({ variantId, quantity }) => [variantId, quantity]))
  return left
    .toReversed()
    .map((line) => {
      const late = Math.min(line.quantity, missing.get(line.variantId) ?? 0)
      missing.set(line.variantId, (missing.get(line.variantId) ?? 0) - late)
      return { ...line, quantity: line.quantity - late }
    })
    .toReversed()
    .filter(({ quantity }) => quantity > 0)
}

export interface Wish {
  readonly position: number
  readonly quantity: number
}

/** What goes into a parcel: all that is left, or what was asked for and is left. */
export function decideContents(left: readonly SentLine[], wishes: readonly Wish[] | undefined): Result<SentLine[]> {
  if (left.length === 0) return refusals.nothing_to_send()
  if (wishes === undefined) return ok([...left])
  const contents: SentLine[] = []
  for (const [index, { position, quantity }] of wishes.entries()) {
    const field = `lines.${index}`
    const line = left.find((one) => one.position === position)
    const isTwice = contents.some((one) => one.position === position)
    if (!line || isTwice) return refusals.unknown_line({ field })
    if (quantity > line.quantity) return refusals.too_many({ field, params: { left: line.quantity } })
    contents.push({ ...line, quantity })
  }
  return contents.length === 0 ? refusals.nothing_to_send() : ok(contents)
}

/** How far an order is on its way, from its parcels alone. */
export function dispatchOf(lines: readonly SentLine[], parcels: readonly Packed[]): Dispatch {
  const out = parcels.filter(isOut)
  if (out.length === 0) return 'to_ship'
  if (whatIsLeft(lines, out).length > 0) return 'partly'
  return out.every(({ state }) => state === 'delivered') ? 'delivered' : 'shipped'
}
