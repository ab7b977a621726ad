/** A promotion from the merchandiser's sentence to the shopper's receipt. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { expectNoBarrier, openBrowser, openTab } from './browser.ts'

const PASSWORD = 'a-long-and-quiet-password'

let shop: LivingShop
let browser: Browser
before(async () => {
  shop = await prepareShop()
  browser = await openBrowser()
  await shop.start()
})
after(async () => {
  await browser?.close()
  await shop?.remove()
})

test('a promotion is put together, found in a basket by its coupon, and paused', async () => {
  const office = await openTab(browser, { locale: 'en-GB' })
  const desk = office.page
  await desk.goto(shop.activation())
  await desk.getByRole('heading', { level: 1 }).waitFor()
  for (const field of await desk.locator('input[type="password"]').all()) await field.fill(PASSWORD)
  await desk.locator('button[type="submit"]').click()
  await desk.getByRole('navigation').first().waitFor()

  await desk.goto(`${shop.url}/office/promotions/new`)
  await desk.getByRole('heading', { name: 'New promotion', level: 1 }).waitFor()
  await desk.getByLabel('Percentage', { exact: true }).fill('20')
  await desk.getByRole('switch', { name: 'Needs a coupon' }).press('Space')
  await desk.getByText('If bought with a coupon: 20 % off everything.').waitFor()
  await desk.getByRole('button', { name: 'Make the promotion' }).click()
  await desk.getByText('English').first().waitFor()
  assert.match(await desk.locator('main').innerText(), /2 fields|Name/, 'what is missing is said')
  await desk.getByLabel('English').fill('Lagoon days')
  await desk.getByLabel('Code', { exact: true }).fill('lagoon')
  await expectNoBarrier(desk, 'a new promotion')
  await desk.getByRole('button', { name: 'Make the promotion' }).click()
  await desk.getByRole('heading', { name: 'Promotions', level: 1 }).waitFor()
  await desk.getByText('Lagoon days').first().click()
  await desk.getByRole('heading', { name: 'Lagoon days', level: 1 }).waitFor()
  await desk.getByRole('button', { name: 'Make coupons' }).click()
  await desk.getByRole('dialog').getByRole('textbox', { name: 'Coupons' }).fill('ciaolaguna')
  await desk.getByRole('dialog').getByRole('button', { name: 'Make coupons' }).click()
  await desk.getByText('CIAOLAGUNA').waitFor()
  await expectNoBarrier(desk, 'a promotion')

  const visitor = await openTab(browser, { locale: 'en-GB' })
  const page = visitor.page
  await page.goto(`${shop.url}/en/products`)
  await page.locator('main a[href*="/products/"]').first().click()
  await page.locator('main form button[type="submit"]').first().click()
  await page.goto(`${shop.url}/en/basket`)
  const before = await grand(page.locator('.grand dd').innerText())
  await page.getByText('I have a coupon').click()
  await page.getByLabel('Coupon', { exact: true }).fill('nonsense')
  await page.getByRole('button', { name: 'Use it' }).click()
  await page.getByText('This coupon is not known.').waitFor()
  await page.getByLabel('Coupon', { exact: true }).fill('ciaolaguna')
  await page.getByRole('button', { name: 'Use it' }).click()
  await page.locator('.saved', { hasText: 'Lagoon days' }).waitFor()
  const after = await grand(page.locator('.grand dd').innerText())
  assert.equal(after, before - Math.round(before / 5))
  await visitor.look('a basket with a coupon')

  await desk.getByRole('button', { name: 'Pause' }).click()
  await desk.getByRole('dialog').getByLabel('Why').fill('the lagoon is full')
  await desk.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await desk.getByText('Paused: the lagoon is full').waitFor()
  await page.reload()
  assert.equal(await grand(page.locator('.grand dd').innerText()), before, 'the next look is without it')
  await visitor.close()
  await office.close()
})

/** Minor units of an amount as it is written. */
async function grand(text: Promise<string>): Promise<number> {
  return Number((await text).replaceAll(/\D/g, ''))
}
