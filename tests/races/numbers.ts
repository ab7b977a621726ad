import assert from 'node:assert/strict'
import { issueDocuments } from '../../server/src/departments/documents/index.ts'
import { must } from '../../server/src/testing/scene.ts'
import { paidOrders, timesOf, type MoneyCourse } from './money-course.ts'

/** Invoices of many orders at once, each asked for twice, and some (one in ten, and the first) rolled back: no gap, no repeat. */
export async function raceForNumbers(
  course: MoneyCourse,
  { orders, chance }: { orders: number; chance: () => number },
): Promise<void> {
  const { house } = course.scene
  const paid = await paidOrders(course, { count: orders, wishes: { mug: 1 } })
  const lost = new Set(paid.filter((_, index) => index === 0 || chance() < 0.1).map(({ id }) => id))
  const issue = (orderId: string) =>
    house.run(async (ctx) => {
      const issued = await issueDocuments(ctx, { orderId })
      if (lost.delete(orderId)) throw new Error('the power is gone')
      return issued
    })
  const outcomes = await Promise.allSettled([...paid, ...paid].map(({ id }) => issue(id)))
  assert.ok(outcomes.some(({ status }) => status === 'rejected'))
  for (const { id } of paid) must(await issue(id))
  const numbers = await house.asOwner<{ number: number }>(
    `SELECT number::int4 FROM documents.document WHERE kind = 'invoice' ORDER BY number`,
  )
  assert.deepEqual(
    numbers.map(({ number }) => number),
    timesOf(numbers.length, (index) => index + 1),
  )
  const documented = await house.asOwner<{ n: number }>(
    `SELECT count(*)::int4 AS n FROM documents.document WHERE kind = 'invoice' AND order_id = ANY($1)`,
    [paid.map(({ id }) => id)],
  )
  assert.equal(documented[0]?.n, orders)
}
