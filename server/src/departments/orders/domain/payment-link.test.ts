import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSendLink, type SentLink } from './payment-link.ts'

const now = new Date('2026-11-23T12:00:00Z')
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const waiting = { state: 'awaiting_payment', cleared: null, expiresAt: at(60) } as const
const link = (changes: Partial<SentLink> = {}): SentLink => ({ draftId: 'd', sentAt: at(-60), count: 1, ...changes })

const table: [string, SentLink | undefined, Partial<Parameters<typeof checkSendLink>[1]['order']>, string, object?][] =
  [
    ['waits, and was asked an hour ago', link(), {}, 'sent'],
    ['nobody took it', undefined, {}, 'orders.payment_link_none'],
    ['paid another way', link({ sentAt: null, count: 0 }), {}, 'orders.payment_link_none'],
    ['paid', link(), { state: 'paid' }, 'orders.not_awaiting_payment'],
    ['paid at the door', link(), { cleared: 'on_delivery' }, 'orders.not_awaiting_payment'],
    ['over, though nobody swept it yet', link(), { expiresAt: now }, 'orders.not_awaiting_payment'],
    ['just sent', link({ sentAt: now }), {}, 'orders.payment_link_just_sent', { minutes: 5 }],
    ['a little ago', link({ sentAt: at(-4.5) }), {}, 'orders.payment_link_just_sent', { minutes: 1 }],
    ['long enough ago', link({ sentAt: at(-5) }), {}, 'sent'],
    ['too often', link({ count: 6 }), {}, 'orders.payment_link_often', { count: 6 }],
  ]
for (const [title, sent, changes, answer, params] of table) {
  test(`the link to pay once more: ${title}`, () => {
    const checked = checkSendLink(sent, { order: { ...waiting, ...changes }, now })
    assert.equal(checked.ok ? 'sent' : checked.refusal.code, answer)
    if (params) assert.deepEqual(!checked.ok && checked.refusal.params, params)
  })
}
