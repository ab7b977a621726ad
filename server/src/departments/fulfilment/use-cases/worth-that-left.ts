import type { Context } from '../../../host/context.ts'
import { worthUntil } from '../domain/worth-of-parcels.ts'
import { listParcelsOf, type Parcel } from '../queries/read-parcels.ts'
import type { OrderDetail } from '../../orders/index.ts'
import { sentLines } from './read-dispatch.ts'

export interface WorthThatLeft {
  readonly parcel: Parcel
  /** What left with it and all before it, of the order's total; in minor units of its currency. */
  readonly worthUntil: bigint
}

/** The parcels of an order that can no longer be taken back, in the order in which they left. */
export async function worthThatLeft(
  reader: Pick<Context['tx'], 'rows'>,
  detail: OrderDetail,
): Promise<WorthThatLeft[]> {
  const parcels = (await listParcelsOf(reader, detail.id))
    .filter(({ leftAt }) => leftAt !== null)
    .toSorted((a, b) => (a.leftAt?.getTime() ?? 0) - (b.leftAt?.getTime() ?? 0) || a.number - b.number)
  const totals = new Map(detail.lines.map(({ position, total }) => [position, BigInt(total.amount)]))
  const lines = sentLines(detail).map((line) => ({ ...line, total: totals.get(line.position) ?? 0n }))
  const sums = worthUntil({ total: BigInt(detail.total.amount), lines }, parcels)
  return parcels.map((parcel, at) => ({ parcel, worthUntil: sums[at] ?? 0n }))
}
