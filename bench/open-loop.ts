/**
 * What shoppers wait for while the shop is busy and not full: they come by the clock, at sixty per cent of what it can take, whether or
 * not those before them have been served. The capacity is measured first, by eight who buy one after the other. Each request is timed
 * from when it was due: the first of a shopper from their place in the clock, so that a shop that stops for a second is seen to.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { cpuOfFamily } from './frame/cpu.ts'
import { openSale, type OpenSale } from './frame/open-sale.ts'
import { summarise } from './frame/rounds.ts'
import type { BenchContext, Cost, Ground, Row } from './frame/row.ts'
import { Shopper, type Sale } from './frame/shopper.ts'

export const name = 'open-loop'
export const what =
  'guests order over HTTP, arriving by the clock at 60 % of what the shop can take; 99 of 100 answers within 100 ms'

const SHARE = 0.6
const IN_FLIGHT = 8
const TO_FILL = 160
const SECONDS = 30
const GOAL_MS = 100
const PLENTY = 1_000_000

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shop = await openSale(ctx, ground, PLENTY)
  try {
    await fill(shop.sale, 0, TO_FILL)
    const capacity = await fill(shop.sale, TO_FILL, Math.ceil(TO_FILL * 2 * ctx.scale))
    const rate = capacity * SHARE
    ctx.say(`It takes ${capacity.toFixed(1)} orders a second; now ${rate.toFixed(1)} come each second.`)
    const { cost, times } = await arrive(ground, shop, { rate, seconds: Math.max(5, SECONDS * ctx.scale) })
    const of = (step: string) => times.filter((one) => one.step === step).map(({ ms }) => ms)
    const all = times.map(({ ms }) => ms)
    const slow = percentile(all, 0.99)
    const notes = [
      `${rate.toFixed(1)} orders a second of ${capacity.toFixed(1)}; ${all.length} requests`,
      `every request: ${inWords(all)}; ${slow <= GOAL_MS ? '✔' : '✖'} 99 of 100 within ${GOAL_MS} ms`,
      ...['browse', 'line', 'order'].map((step) => `${step}: ${inWords(of(step))}`),
    ]
    return [{ subject: 'order at 60 % of capacity', cost: summarise([cost]), notes }]
  } finally {
    await shop.close()
  }
}

/** Orders a second, one after the other in eight queues. */
async function fill(sale: Sale, from: number, count: number): Promise<number> {
  const begun = performance.now()
  let next = from
  const queue = async (): Promise<void> => {
    while (next < from + count) await order(sale, next++)
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, queue))
  return (count * 1000) / (performance.now() - begun)
}

async function order(sale: Sale, number: number, noted?: (step: string, ms: number) => void): Promise<void> {
  const shopper = new Shopper(sale, number, noted)
  const { placed, code } = await shopper.buy({ pay: false }).finally(() => shopper.close())
  if (!placed) throw new Error(`an order was refused: ${code}`)
}

interface Timed {
  readonly step: string
  readonly ms: number
}

interface Arrivals {
  readonly rate: number
  readonly seconds: number
}

async function arrive(
  { postmasterPid }: Ground,
  { house, sale }: OpenSale,
  { rate, seconds }: Arrivals,
): Promise<{ cost: Cost; times: readonly Timed[] }> {
  const count = Math.ceil(rate * seconds)
  const times: Timed[] = []
  const before = { program: cpuOfFamily(house.pid), postgres: cpuOfFamily(postmasterPid) }
  const begun = performance.now()
  const under: Promise<void>[] = []
  for (let nth = 0; nth < count; nth++) {
    const due = begun + (nth * 1000) / rate
    const early = due - performance.now()
    if (early > 0) await wait(early)
    const late = Math.max(0, performance.now() - due)
    let isFirst = true
    under.push(
      order(sale, 100_000 + nth, (step, ms) => {
        times.push({ step, ms: isFirst ? ms + late : ms })
        isFirst = false
      }),
    )
  }
  await Promise.all(under)
  const programUs = (cpuOfFamily(house.pid) - before.program) / count
  const postgresUs = (cpuOfFamily(postmasterPid) - before.postgres) / count
  const perSecond = (count * 1000) / (performance.now() - begun)
  return { cost: { perSecond, programUs, postgresUs, totalUs: programUs + postgresUs }, times }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function inWords(values: readonly number[]): string {
  const at = (share: number) => `${Math.round(percentile(values, share))} ms`
  return `median ${at(0.5)}, 99th of a hundred ${at(0.99)}, slowest ${at(1)}`
}
