import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MAX_LINES } from './basket.ts'
import { joinBaskets, type JoinPolicy } from './join-baskets.ts'

/** `mug 2, book 1` */
const basket = (text: string, coupons: string[] = []) => ({
  lines: text.split(', ').flatMap((part) => {
    const [variantId = '', quantity] = part.split(' ')
    return variantId === '' ? [] : [{ variantId, quantity: Number(quantity) }]
  }),
  bundles: [],
  coupons,
})
const told = (lines: readonly { variantId: string; quantity: number }[]) =>
  lines.map(({ variantId, quantity }) => `${variantId} ${quantity}`).join(', ')

const table: [policy: JoinPolicy, guest: string, customer: string, becomes: string, leftOut: string][] = [
  ['add_up', 'mug 2, book 1', 'mug 1, lamp 1', 'mug 3, lamp 1, book 1', ''],
  ['add_up', 'mug 2', '', 'mug 2', ''],
  ['add_up', 'mug 600', 'mug 500', 'mug 999', 'mug 101 limit'],
  ['add_up', 'cup 5', 'cup 2', 'cup 4', 'cup 3 limit'],
  ['add_up', 'cup 9', '', 'cup 4', 'cup 5 limit'],
  ['add_up', 'cup 1', 'cup 7', 'cup 7', 'cup 1 limit'],
  ['larger', 'mug 2, book 1', 'mug 5', 'mug 5, book 1', ''],
  ['larger', 'mug 9', 'mug 5', 'mug 9', ''],
  ['guest', 'mug 2', 'mug 5, book 1', 'mug 2', 'mug 3 policy, book 1 policy'],
  ['guest', '', 'mug 5', 'mug 5', ''],
  ['customer', 'mug 2, book 1', 'mug 5', 'mug 5', 'book 1 policy'],
  ['customer', 'mug 2', '', 'mug 2', ''],
]

for (const [policy, guest, customer, becomes, leftOut] of table) {
  test(`${policy}: guest’s ${guest || 'nothing'} and the customer’s ${customer || 'nothing'} become ${becomes}`, () => {
    const within = (variantId: string, wish: number) => (variantId === 'cup' ? Math.min(4, wish) : wish)
    const joined = joinBaskets(policy, { guest: basket(guest), customer: basket(customer), within })
    assert.equal(told(joined.lines), becomes)
    assert.equal(joined.leftOut.map((one) => `${one.variantId} ${one.quantity} ${one.because}`).join(', '), leftOut)
  })
}

test('the customer’s lines stay where the basket is full, and each that finds no room is told', () => {
  const many = (name: string, count: number) =>
    basket(Array.from({ length: count }, (_, at) => `${name}${at} 1`).join(', '))
  const joined = joinBaskets('add_up', { guest: many('g', 3), customer: many('c', MAX_LINES - 1) })
  assert.equal(joined.lines.length, MAX_LINES)
  assert.deepEqual(
    joined.leftOut.map((one) => `${one.variantId} ${one.because}`),
    ['g1 too_many_lines', 'g2 too_many_lines'],
  )
})

test('bundles of the same choice are one line, others stay apart; coupons of both are kept once', () => {
  const bundle = (choiceKey: string, quantity: number) => ({ variantId: 'set', choiceKey, quantity })
  const guest = { lines: [], bundles: [bundle('red', 60), bundle('blue', 1)], coupons: ['B', 'C'] }
  const customer = { lines: [], bundles: [bundle('red', 50)], coupons: ['A', 'B'] }
  const joined = joinBaskets('add_up', { guest, customer })
  assert.deepEqual(joined.bundles, [bundle('red', 99), bundle('blue', 1)])
  assert.deepEqual(joined.leftOut, [{ variantId: 'set', quantity: 11, because: 'limit' }])
  assert.deepEqual(joined.coupons, ['A', 'B', 'C'])
})
