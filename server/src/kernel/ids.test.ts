import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import { asId, isUuid, timeOfId, uuidV7From } from './ids.ts'
import type { Id } from './ids.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

const times = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const randoms = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('the example of the standard comes out (RFC 9562, appendix A.6)', () => {
  // 017F22E2-79B0-7CC3-98C4-DC0C0C07398F: rand_a CC3, rand_b 18C4DC0C0C07398F; the masked bits are set, to be ignored.
  const random = Uint8Array.of(0xfc, 0xc3, 0xd8, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f)
  assert.equal(uuidV7From(0x017f22e279b0, random), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('a UUIDv7 has its version, its variant and its time', () => {
  fc.assert(
    fc.property(times, randoms, (time, random) => {
      const id = uuidV7From(time, random)
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      assert.equal(timeOfId(id), time)
      assert.equal(asId(id), id)
    }),
  )
})

test('later ids sort later, whatever the dice', () => {
  fc.assert(
    fc.property(times, times, randoms, randoms, (a, b, first, second) => {
      fc.pre(a !== b)
      const [earlier, later] = a < b ? [a, b] : [b, a]
      assert.ok(uuidV7From(earlier, first) < uuidV7From(later, second))
    }),
  )
})

test('every random bit that is not fixed counts', () => {
  const blank = new Uint8Array(10)
  const seen = new Set([uuidV7From(1, blank)])
  for (let bit = 0; bit < 80; bit += 1) {
    const random = new Uint8Array(10)
    random[Math.floor(bit / 8)] = 1 << (bit % 8)
    seen.add(uuidV7From(1, random))
  }
  assert.equal(seen.size, 1 + 74)
})

test('a UUID is known in either case, and kept in lower case', () => {
  const id: Id<'order'> = asId('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')
  assert.equal(id, '017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  const bad = ['', 'x', `${id} `, `${id}\n`, `{${id}}`, id.replaceAll('-', ''), id.replace('f', 'g'), `urn:uuid:${id}`]
  for (const text of bad) {
    assert.equal(isUuid(text), false, text)
    assert.throws(() => asId(text), Fault, text)
  }
})

test('kinds of id do not mix', () => {
  const order = asId<'order'>('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  // @ts-expect-error an order's id is not a customer's
  const customer: Id<'customer'> = order
  assert.equal(customer, order)
})

test('times and random bytes that do not fit are faults', () => {
  const random = new Uint8Array(10)
  for (const time of [-1, 0.5, NaN, 2 ** 48]) assert.throws(() => uuidV7From(time, random), Fault, String(time))
  assert.throws(() => uuidV7From(1, new Uint8Array(9)), Fault)
  assert.throws(() => timeOfId('919108f7-52d1-4320-9bac-f847db4148a8'), Fault)
})
