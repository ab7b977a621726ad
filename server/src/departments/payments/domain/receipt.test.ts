import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { money } from '../../../kernel/money.ts'
import { aPayment } from '../testing/a-payment.ts'
import { creditorReference, inFours, ownPartOf } from './creditor-reference.ts'
import { epcCode } from './epc-code.ts'
import { allocate, isByHand } from './receipt.ts'

describe('a structured creditor reference (ISO 11649)', () => {
  test('examples of others, and back', () => {
    // As banks print them, with and without filling noughts.
    assert.equal(creditorReference('539007547034'), 'RF18539007547034')
    assert.equal(creditorReference('2348231'), 'RF712348231')
    assert.equal(ownPartOf('rf18 5390 0754 7034'), '539007547034')
    assert.equal(ownPartOf('RF18000000000539007547034'), '000000000539007547034')
    assert.equal(inFours(creditorReference('100001')), 'RF69 1000 01')
  })
  test('each slip of one sign, and each swap of two neighbours that differ, is seen', () => {
    const whole = creditorReference('100237')
    for (let at = 4; at < whole.length; at++) {
      const slip = String((Number(whole[at]) + 1) % 10)
      assert.equal(ownPartOf(whole.slice(0, at) + slip + whole.slice(at + 1)), undefined, whole)
      const [a, b] = [whole[at - 1]!, whole[at]!]
      if (at > 4 && a !== b) assert.equal(ownPartOf(whole.slice(0, at - 1) + b + a + whole.slice(at + 1)), undefined)
    }
    assert.equal(ownPartOf('RF18'), undefined)
    assert.equal(ownPartOf('100237'), undefined)
  })
})

describe('the code for a bank’s app (EPC069-12)', () => {
  const to = { holder: 'Bottega Laguna S.r.l.', iban: 'IT60X0542811101000000123456', bic: '', reference: 'RF50100001' }
  test('says what the guidelines ask, line by line', () => {
    const code = epcCode({ ...to, amount: money(2_080, 'EUR') })
    assert.equal(code, 'BCD\n002\n1\nSCT\n\nBottega Laguna S.r.l.\nIT60X0542811101000000123456\nEUR20.80\n\nRF50100001')
  })
  test('never more than it can hold, and euro alone', () => {
    assert.equal(epcCode({ ...to, amount: money(2_080, 'IDR') }), undefined)
    assert.equal(epcCode({ ...to, amount: money(0, 'EUR') }), undefined)
    assert.equal(epcCode({ ...to, amount: money(100_000_000_000n, 'EUR') }), undefined)
    assert.equal(epcCode({ ...to, holder: 'è'.repeat(90), amount: money(1, 'EUR') })?.split('\n')[5], 'è'.repeat(70))
  })
})

describe('what money that came means for its payment', () => {
  const order = { state: 'awaiting_payment', total: money(2_000, 'EUR'), contentHash: 'h' } as const
  const waiting = { ...aPayment({ provider: 'bank_transfer' }), amount: 2_000n, authorisedHash: 'h' }
  type State = 'awaiting_payment' | 'paid' | 'expired'
  const table: [string, { captured?: bigint; state?: State; hash?: string }, bigint, string][] = [
    ['all of it', {}, 2_000n, '2000 + 0 pays -'],
    ['a part', {}, 500n, '500 + 0 waits partly_paid'],
    ['the rest', { captured: 500n }, 1_500n, '1500 + 0 pays -'],
    ['too much at once', {}, 2_001n, '2000 + 1 pays -'],
    ['too much as the rest', { captured: 500n }, 2_000n, '1500 + 500 pays -'],
    ['a second time', { captured: 2_000n, state: 'paid' }, 2_000n, '0 + 2000 waits -'],
    ['too late', { state: 'expired' }, 2_000n, '0 + 2000 waits -'],
    ['for another content', { hash: 'other' }, 2_000n, '2000 + 0 waits order_changed'],
  ]
  for (const [what, { captured = 0n, state = 'awaiting_payment', hash = 'h' }, amount, verdict] of table) {
    test(`${what}: ${verdict}`, () => {
      const payment = { ...waiting, captured, authorised: captured }
      const { part, rest, pays, review } = allocate(payment, amount, {
        due: 2_000n,
        order: { ...order, state, contentHash: hash },
      })
      assert.equal(`${part} + ${rest} ${pays ? 'pays' : 'waits'} ${review ?? '-'}`, verdict)
    })
  }
  test('a person says it of transfers and at the door alone', () => {
    const those = ['bank_transfer', 'cash_on_delivery', 'stripe', 'devpay', 'gift_card'].filter((provider) =>
      isByHand({ provider }),
    )
    assert.deepEqual(those, ['bank_transfer', 'cash_on_delivery'])
  })
})
