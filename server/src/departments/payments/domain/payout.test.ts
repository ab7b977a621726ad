import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currencyCode } from '../../../kernel/currency.ts'
import { judgeLine, type LineToJudge, type Movement } from './match-line.ts'

const movement: Movement = {
  ...{
    id: 'e1',
    paymentId: 'p1',
    orderId: 'o1',
    entityId: 'n1',
    kind: 'capture',
    providerRef: 'ch_1',
    providerPaymentId: 'pi_1',
  },
  ...{ amount: 5990n, fee: 0n, currency: 'EUR', taken: false },
}
const refund: Movement = { ...movement, id: 'e2', kind: 'refund', providerRef: 're_1', amount: 1000n }
const dispute: Movement = { ...movement, id: 'd1', kind: 'dispute', providerRef: 'txn_1', amount: -5990n, fee: 2000n }
const line: LineToJudge = {
  ...{ id: 'txn_1', kind: 'payment', amount: 5990n, fee: 115n, currency: currencyCode('EUR') },
  ...{ sourceRef: 'ch_1', paymentRef: null, rate: null },
}

test('what a line of a payout is', () => {
  const cases: [string, Partial<LineToJudge>, readonly Movement[], string][] = [
    ['payment', {}, [movement], 'matched e1'],
    ['refund', { kind: 'refund', sourceRef: 're_1', amount: -1000n }, [movement, refund], 'matched e2'],
    ['a refund is no payment', { kind: 'refund', amount: -5990n }, [movement], 'unknown_here'],
    ['nobody knows it', {}, [], 'unknown_here'],
    [
      'one of the parts in which it was taken',
      {},
      [
        { ...movement, id: 'e8', providerRef: 'ch_1 a', amount: 10n },
        { ...movement, id: 'e9', providerRef: 'ch_1 b' },
      ],
      'matched e9',
    ],
    ['a part of another sum', {}, [{ ...movement, providerRef: 'ch_1 a', amount: 10n }], 'amount_differs'],
    ['another whose name only begins alike', {}, [{ ...movement, providerRef: 'ch_12' }], 'unknown_here'],
    ['paid out before', {}, [{ ...movement, taken: true }], 'paid_out_before'],
    ['a cent too few', { amount: 5989n }, [movement], 'amount_differs'],
    ['a payment the other way', { amount: -5990n }, [movement], 'amount_differs'],
    ['another currency, no rate', {}, [{ ...movement, currency: 'USD' }], 'currency_differs'],
    ['changed at a rate', { rate: '0.9', amount: 5391n }, [{ ...movement, currency: 'USD' }], 'matched e1'],
    ['changed, and far off', { rate: '0.9', amount: 5300n }, [{ ...movement, currency: 'USD' }], 'amount_differs'],
    [
      'yen have no parts',
      { rate: '0.006', amount: 594n },
      [{ ...movement, amount: 990n, currency: 'JPY' }],
      'matched e1',
    ],
    [
      'by its payment and sum',
      { kind: 'refund', sourceRef: null, paymentRef: 'pi_1', amount: -1000n },
      [movement, refund],
      'matched e2',
    ],
    [
      'its payment, another sum',
      { kind: 'refund', sourceRef: null, paymentRef: 'pi_1', amount: -999n },
      [refund],
      'amount_differs',
    ],
    [
      'two refunds alike',
      { kind: 'refund', sourceRef: null, paymentRef: 'pi_1', amount: -1000n },
      [
        { ...refund, taken: true },
        { ...refund, id: 'e3' },
      ],
      'matched e3',
    ],
    ['its name counts, not its payment', { sourceRef: 'ch_2', paymentRef: 'pi_1' }, [movement], 'unknown_here'],
    ['dispute', { kind: 'dispute', amount: -5990n, fee: 2000n }, [dispute], 'matched d1'],
    ['dispute nobody knows', { kind: 'dispute', amount: -5990n, fee: 2000n }, [], 'dispute'],
    ['dispute that cost more', { kind: 'dispute', amount: -5990n, fee: 2500n }, [dispute], 'amount_differs'],
    ['fee', { kind: 'fee', amount: -300n }, [], 'booked fee'],
    ['reserve', { kind: 'reserve', amount: -300n }, [], 'booked reserve'],
    ['a payout that came back', { kind: 'payout_returned' }, [], 'booked returned'],
    ['a refund that came back', { kind: 'refund_returned' }, [refund], 'refund_returned'],
    ['correction', { kind: 'adjustment' }, [], 'adjustment'],
    ['new kinds', { kind: 'other' }, [], 'unknown_kind'],
    ['what is missing', { kind: 'difference' }, [], 'sum_differs'],
  ]
  for (const [name, change, movements, expected] of cases) {
    const verdict = judgeLine({ ...line, ...change }, movements)
    const said =
      verdict.verdict === 'matched'
        ? `matched ${verdict.movement.id}`
        : verdict.verdict === 'booked'
          ? `booked ${verdict.as}`
          : verdict.reason
    assert.equal(said, expected, name)
  }
})
