import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import chromium from '@sparticuz/chromium'
import { chromium as launcher } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { openShop } from './testing/shop.ts'
import type { Shop } from './testing/shop.ts'

let shop: Shop
/** The page that the shopper comes from and goes back to. */
const merchant = createServer((_, response) => response.setHeader('content-type', 'text/html').end('the shop'))
let origin: string
let browser: Browser
before(async () => {
  await new Promise<void>((resolve) => merchant.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(merchant.address() as AddressInfo).port}`
  shop = await openShop()
  browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    // One process for all dies with the first context that is closed.
    args: chromium.args.filter((each) => !/single-process|no-zygote|web-security/.test(each)),
    headless: true,
  })
})
after(async () => {
  await browser?.close()
  await shop?.close()
  merchant.close()
  merchant.closeAllConnections()
})

async function expectSound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((each) => [each.id, each.nodes.map((node) => node.html)]),
    [],
    where,
  )
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(over <= 0, `${where}: ${over} px wider than the screen`)
}

for (const [colorScheme, width, locale] of [
  ['light', 360, 'it'],
  ['dark', 360, 'es'],
  ['light', 1440, 'id'],
  ['dark', 1440, 'en'],
] as const) {
  test(`a shopper errs, is declined, confirms with the bank and is back: ${colorScheme}, ${width} px, ${locale}`, async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
    const page = await context.newPage()
    const refusedByPolicy: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refusedByPolicy.push(message.text())
    })
    const session = await shop.openSession({ locale, returnUrl: `${origin}/return`, cancelUrl: `${origin}/cancel` })
    await page.goto(session.url)
    await expectSound(page, 'card form')
    await page.locator('button.button').click()
    assert.equal(await page.locator('[aria-invalid="true"]').count(), 4)
    await expectSound(page, 'form with errors')
    await page.locator('a[href$="card=declined"]').click()
    await page.locator('button.button').click()
    assert.equal(await page.locator('[role="alert"]').count(), 1)
    await expectSound(page, 'declined')
    await page.locator('a[href$="card=secure"]').click()
    await page.locator('button.button').click()
    await expectSound(page, '3-D Secure')
    await page.locator('button[value="confirm"]').click()
    assert.equal(page.url(), `${origin}/return?session=${session.id}`)
    await page.goto(session.url)
    await expectSound(page, 'completed')

    const other = await shop.openSession({ locale, returnUrl: `${origin}/return`, cancelUrl: `${origin}/cancel` })
    await page.goto(other.url)
    await page.locator('button.quiet').click()
    assert.equal(page.url(), `${origin}/cancel?session=${other.id}`)
    assert.deepEqual(refusedByPolicy, [])
    await context.close()
  })
}
