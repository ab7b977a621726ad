/** What journeys over a long table need: many rows behind it, a slow machine before it, and a watch. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { inspectCluster } from '../../server/src/host/postgres/cluster.ts'
import { ownerUrl } from '../../server/src/host/postgres/ask-server.ts'
import { fillLists } from '../../server/src/testing/fill-lists.ts'
import type { LivingShop } from '../living-shop/living-shop.ts'

/** From the key or the click to the next picture. */
const NEXT_PAINT_MS = 100
const POSTGRES_MAJOR = 18
const DEMO_DATABASE = 'fondaco_demo'

/** Past the use cases, into the shop's own database. */
export async function fillProducts({ place }: LivingShop, products: number): Promise<void> {
  const { password } = await inspectCluster(place.dataFolder, POSTGRES_MAJOR)
  const port = Number(readFileSync(join(place.dataFolder, 'port'), 'utf8'))
  const connectionString = ownerUrl({ port, socketFolder: undefined }, password, DEMO_DATABASE)
  const client = new pg.Client({ connectionString })
  await client.connect()
  let before: Promise<unknown> = Promise.resolve()
  try {
    // One connection answers one question at a time.
    const asOwner = <Row>(text: string, values?: readonly unknown[]): Promise<Row[]> => {
      const answer = before.then(async () => (await client.query(text, values && [...values])).rows as Row[])
      before = answer
      return answer
    }
    await fillLists({ asOwner }, { products })
  } finally {
    await client.end()
  }
}

export const cellAt = (page: Page, row: number): Locator => page.locator(`tr[data-index="${row}"] td[data-col="1"]`)

export const tickAt = (page: Page, row: number): Locator => page.locator(`tr[data-index="${row}"] input[type=checkbox]`)

/** Undefined while no cell has the focus. */
export async function focusedRow(page: Page): Promise<number | undefined> {
  const index = await page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('td')?.closest('tr')?.dataset['index'],
  )
  return index === undefined ? undefined : Number(index)
}

export async function focusReaches(page: Page, row: number): Promise<void> {
  const isThere = (index: string) =>
    document.activeElement?.tagName === 'TD' && document.activeElement.closest('tr')?.dataset['index'] === index
  await page.waitForFunction(isThere, String(row)).catch(async () => {
    assert.fail(`the focus is at row ${await focusedRow(page)} and not at row ${row}`)
  })
}

interface Fact {
  readonly name: string
  readonly refKind: string
}

/** From the next page on, this page hears of nothing but what is told here, once. */
export async function holdFacts(page: Page): Promise<(fact: Fact) => Promise<void>> {
  const told = Promise.withResolvers<Fact>()
  const heard = Promise.withResolvers<void>()
  let streams = 0
  await page.route('**/api/live', async (route) => {
    // A stream that has ended is opened again: that one stays silent.
    if (++streams > 1) return
    const event = { id: '01980000-0000-7000-8000-000000000001', refId: '', occurredAt: '', ...(await told.promise) }
    const body = `id: ${event.id}\nevent: ${event.name}\ndata: ${JSON.stringify(event)}\n\n`
    await route.fulfill({ contentType: 'text/event-stream', body })
    heard.resolve()
  })
  return async (fact) => {
    told.resolve(fact)
    await heard.promise
  }
}

interface Slowed {
  /** What was done since the last judgement. */
  judge(t: TestContext, what: string): Promise<void>
  end(): Promise<void>
}

/**
 * From now on the page runs on a slower machine, and how long it takes from each key and click to the next picture is taken
 * down (Event Timing, as the browser itself counts). Where other programs run too, as in CI, these figures are told and say
 * little; with FONDACO_JUDGE_TIMES 95 of a hundred meet the goal.
 */
export async function slowDown(page: Page, times: number): Promise<Slowed> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: times })
  await page.evaluate(() => {
    const seen = new Map<number, number>()
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[])
        if (interactionId) seen.set(interactionId, Math.max(duration, seen.get(interactionId) ?? 0))
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
  })
  return {
    async judge(t, what) {
      await page.waitForTimeout(500)
      const taken = await page.evaluate(() => {
        const { seen } = globalThis as unknown as { seen: Map<number, number> }
        const all = [...seen.values()].toSorted((a, b) => a - b)
        seen.clear()
        return all
      })
      const at = (share: number) => taken[Math.floor((taken.length - 1) * share)] ?? 0
      const [half, most, all, slowest] = [at(0.5), at(0.75), at(0.95), at(1)]
      t.diagnostic(`${what}: half within ${half} ms, 75 % ${most} ms, 95 % ${all} ms, the slowest ${slowest} ms`)
      assert.ok(taken.length > 1, `${what}: the browser told of ${taken.length} answers`)
      if (process.env['FONDACO_JUDGE_TIMES']) assert.ok(all < NEXT_PAINT_MS, `${what}: ${taken.join(', ')} ms`)
    },
    async end() {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      await devtools.detach()
    },
  }
}

/** As a spreadsheet puts it on the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}
