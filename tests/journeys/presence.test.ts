/** Two people at one product: each sees that the other is there, and when they are changing it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { expectNoBarrier, openBrowser, openTab, type Tab } from './browser.ts'

const PASSWORD = 'a-long-and-quiet-password'
/** "Within a few seconds", on a machine that has other things to do; and less than the forty after which one is forgotten without a word. */
const SOON = { timeout: 25_000 }

let shop: LivingShop
let browser: Browser
const tabs: Tab[] = []

before(async () => {
  shop = await prepareShop()
  browser = await openBrowser()
  await shop.start()
})
after(async () => {
  for (const tab of tabs) await tab.close()
  await browser?.close()
  await shop?.remove()
})

async function enter(link: string): Promise<Tab> {
  const tab = await openTab(browser, { locale: 'en-GB' })
  tabs.push(tab)
  const { page } = tab
  await page.goto(link)
  await page.locator('input[type="password"]').first().waitFor()
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(PASSWORD)
  await page.locator('button[type="submit"]').click()
  await page.getByRole('navigation').first().waitFor()
  return tab
}

const others = (page: Page) => page.getByRole('button', { name: /^Also here: / })
const titleTop = (page: Page) =>
  page.getByRole('heading', { level: 1 }).evaluate((title) => title.getBoundingClientRect().top)

test('one opens a product, the other sees them there, sees that they are editing, and sees them gone', async () => {
  const one = await enter(shop.activation())
  const made = await shop.ask<{ activationPath: string }>('/staff', {
    method: 'POST',
    body: { name: 'Anna Dolfin', email: 'anna@locanda.example', roles: ['merchandiser'] },
  })
  const two = await enter(new URL(made.activationPath, shop.url).href)
  await two.page.setViewportSize({ width: 360, height: 900 })
  const { items } = await shop.ask<{ items: { id: string }[] }>('/products?limit=2')
  const product = `${shop.url}/office/products/${items[0]?.id}`

  await one.page.goto(product)
  await one.page.getByRole('combobox', { name: 'Vendor' }).waitFor()
  assert.equal(await others(one.page).count(), 0)
  const before = await titleTop(one.page)

  await two.page.goto(product)
  const anna = one.page.getByRole('button', { name: 'Also here: Anna Dolfin.', exact: true })
  await anna.waitFor(SOON)
  assert.equal(await titleTop(one.page), before, 'nothing moved')
  await two.page.getByRole('button', { name: /^Also here: Caterina Zorzan\.$/ }).waitFor(SOON)

  const vendor = await two.page.getByRole('combobox', { name: 'Vendor' }).inputValue()
  await two.page.getByRole('combobox', { name: 'Vendor' }).fill('Another Works')
  const editing = one.page.getByRole('button', { name: 'Also here: Anna Dolfin. Anna Dolfin is editing' })
  await editing.waitFor(SOON)
  await one.page.getByRole('status').filter({ hasText: 'Anna Dolfin is editing' }).waitFor({ state: 'attached' })
  await editing.click()
  await one.page.getByRole('dialog', { name: 'Also here' }).getByText('is editing', { exact: true }).waitFor()
  await expectNoBarrier(one.page, 'who else is here')
  await one.page.keyboard.press('Escape')
  await expectNoBarrier(two.page, 'who else is here, 360 px wide')

  await two.page.getByRole('combobox', { name: 'Vendor' }).fill(vendor)
  await anna.waitFor(SOON)
  await two.page.getByRole('main').getByRole('link', { name: 'Products', exact: true }).click()
  await others(one.page).waitFor({ state: 'hidden', ...SOON })
  await two.page.goto(product)
  await anna.waitFor(SOON)
  // Another record is another place.
  await two.page.goto(`${shop.url}/office/products/${items[1]?.id}`)
  await others(one.page).waitFor({ state: 'hidden', ...SOON })
  await two.page.getByRole('combobox', { name: 'Vendor' }).waitFor()
  assert.equal(await others(two.page).count(), 0)
})
