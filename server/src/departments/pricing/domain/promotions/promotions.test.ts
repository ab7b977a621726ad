import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { money, sum } from '../../../../kernel/money.ts'
import { anySnapshot } from '../../testing/any-basket.ts'
import { naivePromotions } from '../../testing/naive-promotions.ts'
import { isFree } from '../free-delivery.ts'
import { priceBasket, sceneOf, soundLines } from '../price-basket.ts'
import type { PriceSnapshot } from '../price-snapshot.ts'
import type { PricedBasket } from '../priced-basket.ts'
import { applyPromotions } from './apply-promotions.ts'

const runs = {
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 1500),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
}

function priced(snapshot: PriceSnapshot): PricedBasket {
  const result = priceBasket(snapshot)
  assert.ok(result.ok, result.ok ? '' : result.refusal.code)
  return result.value
}

describe('promotions, whatever the basket', () => {
  test('a second implementation, unit by unit, comes to the same', () => {
    const applied = new Map<string, number>()
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const sound = soundLines(snapshot)
        assert.ok(sound.ok)
        const scene = sceneOf(snapshot, sound.value)
        const deliveryFor = (goods: number) => (isFree(snapshot, goods) ? 0 : Number(snapshot.delivery!.price.amount))
        const ours = applyPromotions(snapshot.sale!.promotions, scene, deliveryFor)
        const theirs = naivePromotions(snapshot.sale!.promotions, scene, deliveryFor)
        assert.deepEqual(
          ours.applied.map(({ promotion, gift }) => ({
            code: promotion.code,
            lines: gift.lines.map(BigInt),
            delivery: BigInt(gift.delivery),
          })),
          theirs.applied,
        )
        assert.deepEqual(ours.standing.left.map(BigInt), theirs.left)
        assert.equal(BigInt(ours.standing.delivery), theirs.delivery)
        for (const { promotion } of ours.applied) {
          const { kind } = promotion.action
          applied.set(kind, (applied.get(kind) ?? 0) + 1)
        }
      }),
      runs,
    )
    // Else the baskets would prove nothing of a kind.
    assert.equal(applied.size, 12, [...applied.keys()].join(', '))
    for (const [kind, times] of applied) assert.ok(times > runs.numRuns / 100, `${kind} applied ${times} times`)
  })

  test('neither the order of lines nor that of promotions changes anything', () => {
    const shuffled = anySnapshot.chain((snapshot) =>
      fc.record({
        snapshot: fc.constant(snapshot),
        lines: fc.shuffledSubarray([...snapshot.lines], { minLength: snapshot.lines.length }),
        promotions: fc.shuffledSubarray([...snapshot.sale!.promotions], {
          minLength: snapshot.sale!.promotions.length,
        }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ snapshot, lines, promotions }) => {
        const one = priced(snapshot)
        const other = priced({ ...snapshot, lines, sale: { ...snapshot.sale!, promotions } })
        const byVariant = (basket: PricedBasket) =>
          [...basket.lines].sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
        assert.deepEqual(byVariant(one), byVariant(other))
        assert.deepEqual([one.discounts, one.delivery, one.total], [other.discounts, other.delivery, other.total])
      }),
      runs,
    )
  })

  test('parts sum to what was taken off, and nothing falls below nothing or below its floor', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const { currency } = snapshot.market
        const basket = priced(snapshot)
        const parts = [...basket.lines, ...(basket.delivery ? [basket.delivery] : [])]
        for (const { promotion, amount } of basket.discounts) {
          const ofParts = parts.flatMap(({ discounts }) =>
            discounts.filter((one) => one.promotion === promotion).map((one) => one.amount),
          )
          assert.deepEqual(sum(ofParts, currency), amount)
        }
        for (const [index, line] of basket.lines.entries()) {
          const off = sum(
            line.discounts.map(({ amount }) => amount),
            currency,
          ).amount
          const left = line.subtotal.amount - off
          const floor = (snapshot.lines[index]!.floorPrice?.amount ?? 0n) * BigInt(line.quantity)
          assert.ok(left >= 0n)
          assert.ok(off === 0n || left >= floor, `${left} left under a floor of ${floor}`)
          assert.equal(snapshot.market.pricesIncludeTax ? line.total.amount : line.net.amount, left)
        }
        for (const { net, tax, total } of parts) assert.equal(net.amount + tax.amount, total.amount)
        assert.deepEqual(
          sum(
            parts.map(({ total }) => total),
            currency,
          ),
          basket.total,
        )
        assert.ok(basket.total.amount >= 0n)
        const promised = snapshot.sale!.promotions.map(({ code }) => code).sort()
        const told = basket.reasons.filter(({ rule, line }) => rule === 'promotion' && line === null)
        assert.deepEqual(told.map(({ params }) => params['promotion'] as string).sort(), promised)
        for (const { cap, code } of snapshot.sale!.promotions) {
          const most = cap?.find((one) => one.currency === currency)
          const taken = basket.discounts.find(({ promotion }) => promotion === code)?.amount ?? money(0, currency)
          if (most) assert.ok(taken.amount <= most.amount)
        }
      }),
      runs,
    )
  })
})
