/** A table of a hundred thousand rows, by keys, with few of them in the page. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { openBrowser } from './browser.ts'
import { cellAt, fillProducts, focusedRow, focusReaches, holdFacts, slowDown, tickAt } from './long-table.ts'

let shop: LivingShop
let browser: Browser
const complaints: string[] = []

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  context.setDefaultTimeout(60_000)
  const value = await shop.tokenOf('owner')
  await context.addCookies([{ name: 'fondaco_staff', value, url: shop.url, httpOnly: true }])
  const page = await context.newPage()
  page.on('pageerror', (error) => void complaints.push(error.message))
  await page.goto(`${shop.url}/office${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

const LATER_PAGES = /api\/products\?.*after=/

describe('a table of a hundred thousand products', () => {
  const asked: string[] = []
  let page: Page
  let tellFact: Awaited<ReturnType<typeof holdFacts>>

  before(async () => {
    shop = await prepareShop()
    browser = await openBrowser()
    await shop.start()
    await fillProducts(shop, 100_000)
    page = await open('/products?sort=name')
    page.on('request', (request) => {
      if (/\/api\/products\?/.test(request.url())) asked.push(request.url())
    })
    await page.locator('tr[data-index="15"]').waitFor({ state: 'attached' })
  })
  after(async () => {
    await browser?.close()
    await shop?.remove()
  })

  test('answers keys, ticks, fields and sorting at once, on a machine four times slower', async (t) => {
    const slow = await slowDown(page, 4)
    await page.locator('td[tabindex="0"]').focus()
    for (let press = 0; press < 24; press++) await page.keyboard.press('ArrowDown')
    // Nobody waits for the rows: the last page down is answered from where the one before it led.
    for (let press = 0; press < 6; press++) await page.keyboard.press('PageDown')
    await focusReaches(page, 84)
    for (let press = 0; press < 3; press++) await page.keyboard.press('PageUp')
    await focusReaches(page, 54)
    await slow.judge(t, 'keys')
    for (const row of [50, 51, 52, 53, 54]) await tickAt(page, row).click()
    await page.getByText('5 chosen').waitFor()
    await page.getByRole('button', { name: 'Choose none' }).click()
    await slow.judge(t, 'ticks')
    for (const row of [51, 52, 53]) {
      await cellAt(page, row).focus()
      await page.keyboard.press('F2')
      await page.locator('td input[aria-label="Vendor"]').waitFor()
      await page.keyboard.press('Escape')
      await focusReaches(page, row)
    }
    await slow.judge(t, 'fields')
    for (const direction of ['descending', 'ascending', 'descending', 'ascending']) {
      await page.getByRole('button', { name: 'Name', exact: true }).click()
      await page.locator(`th[aria-sort="${direction}"]`).waitFor()
    }
    await slow.judge(t, 'sorting')
    await slow.end()
  })

  test('is walked through with few rows in the page and few pages in memory', async () => {
    tellFact = await holdFacts(page)
    await page.goto(`${shop.url}/office/products?sort=-name`)
    await cellAt(page, 0).focus()
    for (let pages = 1; pages <= 30; pages++) {
      await until(async () => {
        await page.keyboard.press('Control+End')
        return ((await focusedRow(page)) ?? 0) >= pages * 100 - 1
      })
    }
    const rows = await page.locator('tbody tr').count()
    assert.ok(rows > 20 && rows < 100, `${rows} rows are in the page`)
    await page.keyboard.press('Control+Home')
    await focusReaches(page, 0)
    await page.route(LATER_PAGES, async (route) => {
      await wait(1500)
      await route.fallback()
    })
    // Rows that were left behind are forgotten, and read again when one comes back.
    await page.evaluate(() => scrollTo(0, 40_000))
    await page.locator('tr[data-index][aria-busy="true"]').first().waitFor()
    await until(async () => (await page.locator('tr[aria-busy="true"]').count()) === 0)
    assert.ok((await page.locator('tbody a').count()) > 20)
    await page.unroute(LATER_PAGES)
    // The cell that has the focus stays, wherever one scrolls.
    await focusReaches(page, 0)
  })

  test('reads what is in sight again when something happens, and nothing else', async () => {
    await page.waitForTimeout(500)
    const before = asked.length
    await tellFact({ name: 'product.changed.v1', refKind: 'product' })
    await until(async () => asked.length > before)
    await page.waitForTimeout(1000)
    const read = asked.length - before
    assert.ok(read <= 4, `${read} pages of 31 were read again`)
  })

  test('shows the rows before until the answer to another question is there', async () => {
    const held = Promise.withResolvers<void>()
    await page.route(/api\/products\?.*search=soap/, async (route) => {
      await held.promise
      await route.fallback()
    })
    await page.getByLabel('Search name, vendor or SKU').fill('soap')
    await page.locator('[role="grid"][aria-busy="true"]').waitFor()
    await page.waitForTimeout(400)
    const [rows, awaited] = [await page.locator('tbody a').count(), await page.locator('tr[aria-busy="true"]').count()]
    assert.ok(rows > 5 && awaited === 0, `${rows} rows, ${awaited} that are awaited`)
    held.resolve()
    await page.locator('[role="grid"]:not([aria-busy])').waitFor()
    await page.getByRole('link', { name: 'Olive-oil soap' }).waitFor()
  })
})

test('and no page was broken', () => assert.deepEqual(complaints, []))

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await holds()) return
    await wait(100)
  }
  assert.fail('it did not come about')
}
