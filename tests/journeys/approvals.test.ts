/** Four eyes in the office: a merchandiser's price waits, the owner sees what it would change, and approves. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { expectNoBarrier, openBrowser, openTab, type Tab } from './browser.ts'

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

async function signedIn(role: string): Promise<Tab> {
  const tab = await openTab(browser, { locale: 'en-GB' })
  tabs.push(tab)
  const value = await shop.tokenOf(role)
  await tab.page.context().addCookies([{ name: 'fondaco_staff', value, url: shop.url, httpOnly: true }])
  return tab
}

interface Priced {
  readonly items: {
    readonly sku: string
    readonly prices: { readonly amount: { amount: number; currency: string } }[]
  }[]
}

test('a price above the rule waits, is seen by the owner before it is so, and is so once it is approved', async () => {
  const { items } = await shop.ask<{ items: { id: string }[] }>('/products?limit=1')
  const id = items[0]?.id ?? ''
  const euros = async () => {
    const { items: variants } = await shop.ask<Priced>(`/products/${id}/prices`)
    return variants[0]?.prices.find(({ amount }) => amount.currency === 'EUR')?.amount.amount ?? 0
  }
  const was = await euros()

  const seller = await signedIn('merchandiser')
  await seller.page.goto(`${shop.url}/office/products/${id}`)
  await seller.page
    .getByRole('button', { name: /^Change the price of .* in EUR$/ })
    .first()
    .click()
  const dialog = seller.page.getByRole('dialog')
  await dialog.getByLabel('Price in EUR', { exact: true }).fill(String(was / 50))
  await dialog.getByRole('button', { name: 'Set the price' }).click()
  await dialog.getByText('Held until Owner approves').waitFor()
  await expectNoBarrier(seller.page, 'the dialog that was held')
  assert.equal(await euros(), was)
  await dialog.getByRole('link', { name: 'See the request' }).click()
  await seller.page.getByText('Waiting').first().waitFor()
  const address = seller.page.url()
  assert.equal(await seller.page.getByRole('button', { name: 'Withdraw' }).count(), 1)

  const owner = await signedIn('owner')
  await owner.page.goto(`${shop.url}/office/work/approvals`)
  await owner.page.getByRole('heading', { name: 'Approvals' }).waitFor()
  await expectNoBarrier(owner.page, 'the list of approvals')
  await owner.page.goto(address)
  await owner.page.getByText('What would change now').waitFor()
  await expectNoBarrier(owner.page, 'one request')
  await owner.page.getByRole('button', { name: 'Approve' }).click()
  const asked = owner.page.getByRole('dialog')
  await asked.getByLabel(/comment/i).fill('Agreed')
  await asked.getByRole('button', { name: 'Approve' }).click()
  await owner.page.getByText('Caterina Zorzan approved').waitFor()
  assert.equal(await euros(), was * 2)
})

test('rules are read and made in plain words', async () => {
  const owner = await signedIn('owner')
  await owner.page.goto(`${shop.url}/office/settings/approvals`)
  await owner.page.getByText(/Refund: above €500.00/).waitFor()
  await expectNoBarrier(owner.page, 'the rules')
  await owner.page.getByRole('button', { name: 'Add rule' }).first().click()
  const form = owner.page.getByRole('dialog')
  await form.getByText('Refund: always needs one approval by Owner.').waitFor()
  await expectNoBarrier(owner.page, 'the form of a rule')
  await form.getByRole('button', { name: 'Save rule' }).click()
  await owner.page.getByText('Refund: always needs one approval by Owner.').waitFor()
})
