/**
 * What of an order's total has left the house with its parcels. A parcel takes of each line the share of its pieces, as the kernel splits
 * (every part within a minor unit of its exact share); the first takes what has no pieces to send along: the delivery, and what is
 * downloaded or done. With the last it is the total to the cent, since each is a sum from the first on and not a share by itself.
 */
import { allocateWhole } from '../../../kernel/allocate.ts'
import { isOut, piecesIn, whatIsLeft, type Packed, type SentLine } from './what-is-left.ts'

export interface WorthOfOrder {
  /** Minor units, delivery and taxes included. */
  readonly total: bigint
  /** Of what is sent: the total of each line, in minor units. */
  readonly lines: readonly (SentLine & { readonly total: bigint })[]
}

/** For each of `parcels`, in the order in which they left: what left with it and all before it. */
export function worthUntil({ total, lines }: WorthOfOrder, parcels: readonly Packed[]): bigint[] {
  return parcels.map((_, at) => {
    const left = parcels.slice(0, at + 1).filter(isOut)
    if (left.length === 0) return 0n
    if (whatIsLeft(lines, left).length === 0) return total
    const out = piecesIn(left)
    return lines.reduce((sum, line) => sum - stayed(line, out.get(line.position) ?? 0), total)
  })
}

function stayed({ quantity, total }: SentLine & { readonly total: bigint }, out: number): bigint {
  const [gone = 0n] = allocateWhole(total, [BigInt(Math.min(out, quantity)), BigInt(Math.max(quantity - out, 0))])
  return total - gone
}
