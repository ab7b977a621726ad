import type { Desk } from './desk.ts'
import type { Payout } from './model.ts'

/** Each in a lane of its own: nothing else is told of it. */
export function tellPayout(desk: Desk, payout: Omit<Payout, 'lines'>): void {
  if (!desk.tellsEvents) return
  const id = desk.newId('dpe')
  const createdAt = new Date(desk.now).toISOString()
  desk.put({
    delivery: {
      id,
      lane: payout.id,
      order: desk.book.nextSequence,
      body: JSON.stringify({ id, type: `payout.${payout.status}`, createdAt, data: { payout } }),
      failures: 0,
      copiesLeft: 1,
      notBefore: desk.now,
      reversed: false,
    },
  })
}
