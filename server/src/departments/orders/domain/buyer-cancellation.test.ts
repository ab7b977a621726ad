import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { mayBuyerCancel, type CancellationRule, type OrderOfBuyer } from './buyer-cancellation.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const order: OrderOfBuyer = {
  state: 'paid',
  dispatch: 'to_ship',
  placedAt: new Date('2026-11-23T09:30:00Z'),
  packed: false,
  begun: false,
}

describe('who bought calls it off', () => {
  /** What is different · until · minutes · verdict. */
  const cases: [Partial<OrderOfBuyer>, CancellationRule['until'], number, string][] = [
    [{}, 'packing', 60, 'ok'],
    [{ state: 'awaiting_payment', dispatch: null }, 'packing', 60, 'ok'],
    [{ packed: true }, 'packing', 60, 'packed'],
    [{ packed: true, dispatch: 'partly' }, 'packing', 60, 'sent'],
    [{ dispatch: 'delivered' }, 'packing', 60, 'sent'],
    [{ begun: true }, 'packing', 60, 'begun'],
    [{ state: 'cancelled', dispatch: null }, 'packing', 60, 'not_cancellable'],
    [{ state: 'expired', dispatch: null }, 'never', 60, 'not_cancellable'],
    [{}, 'payment', 60, 'paid'],
    [{ state: 'awaiting_payment' }, 'payment', 60, 'ok'],
    [{ state: 'awaiting_payment', packed: true }, 'payment', 60, 'packed'],
    [{}, 'minutes', 31, 'ok'],
    [{}, 'minutes', 30, 'late'],
    [{ packed: true }, 'minutes', 60, 'packed'],
    [{ state: 'awaiting_payment' }, 'never', 60, 'never'],
  ]
  for (const [changes, until, minutes, verdict] of cases) {
    test(`${JSON.stringify(changes)} until ${until} (${minutes}): ${verdict}`, () => {
      const may = mayBuyerCancel({ ...order, ...changes }, { until, minutes }, NOW)
      const said = may.ok ? 'ok' : (may.refusal.params?.['why'] ?? may.refusal.code.replace('orders.', ''))
      assert.equal(said, verdict)
    })
  }
})
