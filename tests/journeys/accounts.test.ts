/** A shopper's own account, on a small screen: opened, confirmed from the mail, and known at the checkout. And another country there. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { allOrders, prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { openBrowser, openTab } from './browser.ts'

const PHONE = { viewport: { width: 360, height: 740 }, locale: 'it-IT' }
const EMAIL = 'lia.account@village.example'

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

async function put(page: Page, product: string): Promise<void> {
  await page.goto(`${shop.url}/it/products/${product}`)
  await page.getByRole('button', { name: 'Aggiungi al carrello' }).click()
  await page.getByText('è nel tuo carrello').waitFor()
}

async function linkIn(recipient: string): Promise<string> {
  const { items } = await shop.ask<{ items: { id: string; recipient: string }[] }>('/mails?limit=50')
  const mail = items.find((one) => one.recipient === recipient)
  const { text } = await shop.ask<{ text: string }>(`/mails/${mail?.id}`)
  return /http\S+\/account\/confirm\?token=[\w-]+/.exec(text)?.[0] ?? ''
}

const orderButton = (page: Page) =>
  page.locator('section.summary').getByRole('button', { name: 'Ordina con obbligo di pagamento' })

async function pay(page: Page): Promise<void> {
  await page.waitForURL(/\/pay\/dps_/)
  await page.locator('[name="number"]').fill('4242 4242 4242 4242')
  await page.locator('[name="expiry"]').fill('12/39')
  await page.locator('[name="cvc"]').fill('123')
  await page.locator('[name="name"]').fill('Lia Rossi')
  await page.locator('main form button[type="submit"]').first().click()
  await page.getByRole('heading', { name: 'Grazie! Il tuo ordine è pagato.' }).waitFor({ timeout: 30_000 })
}

test('who opens an account types their address once', async () => {
  const { page, look, close } = await openTab(browser, PHONE)
  await put(page, 'playing-cards')
  await page.goto(`${shop.url}/it/checkout`)
  await page.getByRole('link', { name: 'Accedi' }).first().click()
  await page.getByRole('link', { name: 'Crea un account' }).click()
  await page.getByRole('button', { name: 'Crea l’account' }).click()
  await page.locator('#problems').waitFor()
  await look('registration with problems')
  await page.getByLabel('Nome e cognome').fill('Lia Rossi')
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.getByLabel('Password').fill('sette lanterne verdi')
  await page.getByRole('button', { name: 'Crea l’account' }).click()
  await page.getByRole('heading', { name: 'Guarda la tua posta' }).waitFor()
  await page.goto(await linkIn(EMAIL))
  await look('confirmation')
  await page.getByRole('button', { name: 'Attiva il mio account' }).click()
  // Whoever comes with a basket goes on with it.
  await page.waitForURL(/\/it\/basket/)
  await page.goto(`${shop.url}/it/account`)
  await page.getByText('Hai effettuato l’accesso come Lia Rossi').waitFor()
  await look('account')

  await page.goto(`${shop.url}/it/checkout`)
  assert.equal(await page.getByLabel('E-mail').first().inputValue(), EMAIL)
  await page.getByLabel('Via e numero civico').fill('Calle del Forno 7')
  await page.getByLabel('CAP').fill('30121')
  await page.getByLabel('Città').fill('Venezia')
  await page.getByLabel('Provincia').selectOption('VE')
  await page.getByLabel('Salva questo indirizzo').check()
  await orderButton(page).click()
  await pay(page)

  await put(page, 'six-pencils')
  await page.goto(`${shop.url}/it/checkout`)
  assert.equal(await page.getByLabel('Via e numero civico').inputValue(), 'Calle del Forno 7')
  await page.getByRole('link', { name: 'Controlla e ordina' }).click()
  await orderButton(page).click()
  await pay(page)
  const orders = (await allOrders(shop)).filter(({ email }) => email === EMAIL)
  assert.deepEqual(
    orders.map(({ state }) => state),
    ['paid', 'paid'],
  )
  await close()
})

test('another country brings its fields, ways and total, and keeps what was typed', async () => {
  const { page, look, close } = await openTab(browser, PHONE)
  await put(page, 'six-pencils')
  await page.goto(`${shop.url}/it/checkout`)
  await page.getByLabel('E-mail').first().fill('far@village.example')
  await page.getByLabel('Via e numero civico').fill('Unter den Linden 1')
  await page.getByLabel('CAP').fill('30121')
  const owed = page.locator('.owed-bar strong')
  const before = await owed.innerText()
  await page.getByLabel('Paese').first().focus()
  await page.getByLabel('Paese').first().selectOption('DE')
  await page.getByLabel('Provincia').waitFor({ state: 'detached' })
  assert.notEqual(await owed.innerText(), before)
  assert.equal(await page.getByLabel('Via e numero civico').inputValue(), 'Unter den Linden 1')
  assert.equal(await page.getByLabel('CAP').inputValue(), '', 'of another country it means nothing')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-country')
  await look('checkout to another country')
  await close()
})

test('a coupon is typed in the checkout: what is wrong stands beside it, the total follows, nothing is lost', async () => {
  const { page, look, close } = await openTab(browser, PHONE)
  await put(page, 'stoneware-mug')
  await page.goto(`${shop.url}/it/checkout`)
  await page.getByLabel('Via e numero civico').fill('Calle del Forno 7')
  const owed = page.locator('.owed-bar strong')
  const before = await owed.innerText()
  await page.getByText('Ho un coupon').click()
  const coupon = page.getByRole('textbox', { name: /^Coupon/ })
  await coupon.fill('nessuno')
  await coupon.press('Enter')
  await page.locator('#field-coupon-problem').waitFor()
  await look('checkout with a coupon that is not known')
  await coupon.fill('ciao10')
  await page.getByRole('button', { name: 'Usa Coupon' }).click()
  await page.getByText('Il coupon è nel carrello.').waitFor()
  assert.notEqual(await owed.innerText(), before)
  assert.equal(await page.getByLabel('Via e numero civico').inputValue(), 'Calle del Forno 7')
  await page.getByRole('button', { name: 'Togli CIAO10' }).click()
  await page.getByText('Il coupon è stato tolto.').waitFor()
  assert.equal(await owed.innerText(), before)
  // Who types one and presses the big button meant both: the new total stands there first.
  await page.getByText('Ho un coupon').click()
  await page.getByRole('textbox', { name: /^Coupon/ }).fill('CIAO10')
  await orderButton(page).click()
  await page.getByText(/Il totale ora è/).waitFor()
  assert.match(page.url(), /\/it\/checkout$/)
  await close()
})
