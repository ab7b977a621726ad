import type { Desk } from './desk.ts'
import { takeFault, withUnknownState } from './faults.ts'
import type { Dispute, EventType, Payment, Refund, Session } from './model.ts'
import { sessionView } from './views.ts'

interface Told {
  session: Session
  payment?: Payment
  refund?: Refund
  dispute?: Dispute
}

/** Writes the event down to be delivered, with whatever fault was ordered for it. */
export function tell(desk: Desk, type: EventType, told: Told): void {
  if (!desk.tellsEvents) return
  const take = takerFor(desk, type, told.session.reference)
  if (take('drop')) return
  const id = desk.newId('dpe')
  const order = desk.book.nextSequence
  const hold = backwards(desk, told.session.id, take)
  desk.put({
    delivery: {
      id,
      lane: told.session.id,
      order: hold === undefined ? order : -order,
      body: JSON.stringify({
        id,
        type,
        createdAt: new Date(desk.now).toISOString(),
        data: take('unknown_state') ? withUnknownState(dataOf(told)) : dataOf(told),
      }),
      failures: 0,
      copiesLeft: take('duplicate') ? 3 : 1,
      notBefore: hold ?? desk.now + (take('late')?.delayMs ?? 0),
      reversed: hold !== undefined,
    },
  })
}

type Take = (kind: 'drop' | 'unknown_state' | 'duplicate' | 'late' | 'out_of_order') => { delayMs: number } | undefined

function takerFor(desk: Desk, eventType: EventType, reference: string): Take {
  return (kind) => takeFault(desk, { operation: 'webhook', references: [reference], eventType }, [kind])
}

/** Events of a lane that is being told backwards wait together until this time. */
function backwards(desk: Desk, lane: string, take: Take): number | undefined {
  const waiting = desk.book.heldLanes.get(lane)
  if (waiting !== undefined && waiting > desk.now) return waiting
  const fault = take('out_of_order')
  return fault === undefined ? undefined : desk.now + fault.delayMs
}

function dataOf({ session, payment, refund, dispute }: Told) {
  return {
    ...(payment === undefined ? {} : { payment }),
    session: sessionView(session),
    ...(dispute === undefined ? {} : { dispute: { ...dispute, currency: session.amount.currency } }),
    ...(refund === undefined ? {} : { refund: { ...refund, currency: session.amount.currency } }),
  }
}
