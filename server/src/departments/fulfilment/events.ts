import type { DomainEvent } from '../../host/outbox/emit.ts'

export interface ParcelFact {
  readonly orderId: string
  readonly parcelId: string
  /** Of the parcel within its order. */
  readonly number: number
}

/** Facts of parcels are facts of their order: ids alone, neither names nor tracking numbers. */
const parcelEvent =
  (name: string) =>
  (fact: ParcelFact): DomainEvent => ({ name, ref: { kind: 'order', id: fact.orderId }, payload: { ...fact } })

export const parcelEvents = {
  packed: parcelEvent('parcel.packed.v1'),
  shipped: parcelEvent('parcel.shipped.v1'),
  delivered: parcelEvent('parcel.delivered.v1'),
  lost: parcelEvent('parcel.lost.v1'),
  returned: parcelEvent('parcel.returned.v1'),
  taken_back: parcelEvent('parcel.taken_back.v1'),
}
/** It can no longer be taken back: its buyer is told, its money taken, its papers issued. */
export const parcelLeft = parcelEvent('parcel.left.v1')
