import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import { catalogueOf, defineRefusals, ok } from './result.ts'
import type { Result } from './result.ts'

const refusals = defineRefusals('orders', { sold_out: 409, not_found: 404, constructor: 400 })

test('a refusal carries its department, status and details', () => {
  const inner = refusals.not_found().refusal
  assert.deepEqual(refusals.sold_out({ field: 'lines.0.quantity', params: { left: 3 }, others: [inner] }), {
    ok: false,
    refusal: {
      code: 'orders.sold_out',
      status: 409,
      field: 'lines.0.quantity',
      params: { left: 3 },
      others: [{ code: 'orders.not_found', status: 404 }],
    },
  })
  assert.deepEqual(refusals.not_found(), { ok: false, refusal: { code: 'orders.not_found', status: 404 } })
})

test('a catalogue lists every code once, in order, whatever a reason is called', () => {
  assert.deepEqual(catalogueOf(refusals), [
    { code: 'orders.sold_out', status: 409 },
    { code: 'orders.not_found', status: 404 },
    { code: 'orders.constructor', status: 400 },
  ])
  assert.deepEqual(Object.keys(refusals), ['sold_out', 'not_found', 'constructor'])
  assert.throws(() => catalogueOf({}), Fault)
})

test('a misspelt reason does not compile', () => {
  // @ts-expect-error the catalogue has no sold_uot
  assert.throws(() => refusals.sold_uot(), TypeError)
})

test('a catalogue refuses names that are not snake_case and statuses that are not 4xx', () => {
  assert.throws(() => defineRefusals('orders', { soldOut: 409 }), Fault)
  assert.throws(() => defineRefusals('orders', { sold_out: 503 }), Fault)
})

test('a result narrows to its value or its refusal', () => {
  const divide = (a: number, b: number): Result<number> => (b === 0 ? refusals.not_found() : ok(a / b))
  const answer = divide(6, 3)
  assert.ok(answer.ok)
  assert.equal(answer.value, 2)
  const refused = divide(6, 0)
  assert.ok(!refused.ok)
  assert.equal(refused.refusal.code, 'orders.not_found')
  const nothing: Result<void> = ok()
  assert.deepEqual(nothing, { ok: true, value: undefined })
  assert.deepEqual(ok(null), { ok: true, value: null })
})
