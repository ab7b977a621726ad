import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPayment } from '../testing/a-payment.ts'
import { decideExpected } from './expected.ts'
import { sharesOfRefund } from './share-of-refund.ts'

const card = (captured: bigint) => aPayment({ provider: 'gift_card', authorised: captured, captured })
const online = (captured: bigint, refunded = 0n) => aPayment({ authorised: captured, captured, refunded })

/** What each payment holds · how much goes back · from which so much. */
for (const [title, payments, amount, expected] of [
  ['one pays all of it', [online(1_000n)], 400n, 'devpay 400'],
  ['gift cards come first', [online(700n), card(300n)], 400n, 'gift_card 300 devpay 100'],
  ['no more than is left', [online(1_000n, 900n)], 400n, 'devpay 100'],
  ['what came twice was never its', [aPayment({ captured: 1_000n, surplus: true })], 400n, ''],
  ['nothing', [online(1_000n)], 0n, ''],
] as const) {
  test(title, () => {
    const shares = sharesOfRefund(payments, amount)
    assert.equal(shares.map(({ payment, amount: share }) => `${payment.provider} ${share}`).join(' '), expected)
  })
}

const held = aPayment({ provider: 'gift_card', authorised: 300n })
/** Payments of an order that is not paid · what it comes to · what is still asked for. */
for (const [title, payments, total, expected] of [
  ['all of it', [aPayment()], 800n, '800'],
  ['what gift cards leave', [aPayment(), held], 800n, '500'],
  ['less than they promised', [aPayment(), held], 200n, 'payments.cards_cover_more'],
  ['just what they promised', [aPayment(), held], 300n, 'payments.cards_cover_more'],
  ['more than they promised, and nobody else is asked', [held], 400n, 'payments.cards_cover_more'],
  ['money is under way', [aPayment({ authorised: 1_000n })], 800n, 'payments.payment_under_way'],
] as const) {
  test(`asked for: ${title}`, () => {
    const due = decideExpected(payments, total)
    assert.equal(due.ok ? String(due.value) : due.refusal.code, expected)
  })
}
