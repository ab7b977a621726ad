/** The year changes while orders are placed and documents issued: in the zone of whoever sells, by clocks that do not quite agree. */
import assert from 'node:assert/strict'
import { issueDocuments } from '../../server/src/departments/documents/index.ts'
import { runCommand, system } from '../../server/src/host/context.ts'
import { must } from '../../server/src/testing/scene.ts'
import { paidOrders, timesOf, type MoneyCourse } from './money-course.ts'

/** How far the clock of the second server is behind. */
const BEHIND_MS = 40
const APART_MS = 10

interface Numbered {
  readonly year: number
  readonly number: number
  readonly on: string
  readonly label: string
}

/**
 * Orders that wait for their invoice are given one by two servers while midnight passes in the seller's zone. Each year's numbers run from 1
 * without a gap, each number has a day of its year, no later one an earlier day; and each order has one invoice.
 */
export async function raceOverNewYear(
  course: MoneyCourse,
  { zone, orders }: { readonly zone: string; readonly orders: number },
): Promise<void> {
  const { house, time } = course.scene
  await house.asOwner('UPDATE organisation.entity SET time_zone = $1', [zone])
  const paid = await paidOrders(course, { count: orders, wishes: { mug: 1 } })
  const now = () => house.clock.now().getTime()
  const midnight = newYearIn(zone, now())
  time.offsetMs += midnight - now() - orders * APART_MS
  const behind = { ...house, clock: { now: () => new Date(now() - BEHIND_MS) } }
  await Promise.all(
    paid.flatMap(({ id }, index) =>
      [house, behind].map(async (server) => {
        await untilItIs(midnight + (index - orders / 2) * APART_MS, now)
        must(await runCommand(server, { actor: system('race') }, (ctx) => issueDocuments(ctx, { orderId: id })))
      }),
    ),
  )
  const numbers = await house.asOwner<Numbered>(
    `SELECT year, number::int4, issued_on::text AS on, label FROM documents.document
     WHERE kind = 'invoice' ORDER BY year, number`,
  )
  assert.equal(numbers.length, orders)
  for (const { year, number, on, label } of numbers) {
    assert.equal(Number(on.slice(0, 4)), year)
    assert.equal(label, `INV-${year}-${String(number).padStart(5, '0')}`)
  }
  const last = localYear(zone, midnight - 1)
  const numbersIn = (year: number) => numbers.filter((one) => one.year === year).map(({ number }) => number)
  for (const year of [last, last + 1]) {
    assert.notEqual(numbersIn(year).length, 0, `nothing was numbered in ${year}`)
    assert.deepEqual(
      numbersIn(year),
      timesOf(numbersIn(year).length, (index) => index + 1),
      `${zone}, ${year}`,
    )
  }
  const days = numbers.map(({ on }) => on)
  assert.deepEqual(days, days.toSorted(), 'a later number has an earlier day')
}

const localYear = (zone: string, at: number): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(at))

/** The next instant at which a year begins there, to the millisecond. */
function newYearIn(zone: string, from: number): number {
  let [before, after] = [from, from + 366 * 86_400_000]
  const year = localYear(zone, before)
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (localYear(zone, middle) === year) before = middle
    else after = middle
  }
  return after
}

async function untilItIs(instant: number, now: () => number): Promise<void> {
  for (let left = instant - now(); left > 0; left = instant - now()) {
    await new Promise((resolve) => setTimeout(resolve, left))
  }
}
