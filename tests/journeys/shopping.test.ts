/** From the front door to the confirmation, on the real program: shop, payment provider, worker. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { allOrders, prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { openBrowser, openTab } from './browser.ts'

const ALL = Boolean(process.env['FONDACO_ALL_APPEARANCES'])

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

async function fillAddress(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByLabel('Nome e cognome').fill('Mirandolina Locandiera')
  await page.getByLabel('Via e numero civico').fill('Calle del Forno 7')
  await page.getByLabel('CAP').fill('30121')
  await page.getByLabel('Città').fill('Venezia')
  await page.getByLabel('Provincia').selectOption('VE')
}

const orderButton = (page: Page) =>
  page.locator('section.summary').getByRole('button', { name: 'Ordina con obbligo di pagamento' })

async function payByCard(page: Page): Promise<void> {
  await page.waitForURL(/\/pay\/dps_/)
  await page.locator('[name="number"]').fill('4242 4242 4242 4242')
  await page.locator('[name="expiry"]').fill('12/39')
  await page.locator('[name="cvc"]').fill('123')
  await page.locator('[name="name"]').fill('Mirandolina Locandiera')
  await page.locator('main form button[type="submit"]').first().click()
}

const ordersOf = async (email: string) => (await allOrders(shop)).filter((order) => order.email === email)

describe('a guest buys', () => {
  for (const [what, options] of Object.entries({
    'on a wide screen': {},
    'on a small dark one': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const },
    'without scripts': { javaScriptEnabled: false },
  })) {
    test(`three things, ${what}`, async () => {
      const { page, look: lookAt, close } = await openTab(browser, { locale: 'it-IT', ...options })
      // The wide ones are looked at below.
      const look = what === 'on a wide screen' && !ALL ? async () => {} : lookAt
      const email = `guest-${what.replaceAll(' ', '-')}@village.example`
      await page.goto(shop.url)
      assert.match(page.url(), /\/it$/)
      await look('home')
      await page.getByRole('navigation', { name: 'Categorie' }).getByRole('link', { name: 'Casa' }).click()
      await look('category')
      await page.getByRole('searchbox').fill('tazza')
      await page.getByRole('searchbox').press('Enter')
      await look('search')
      await page.getByRole('link', { name: 'Tazza in gres' }).click()
      await look('product')
      await page.getByRole('radio', { name: 'Blu laguna' }).check()
      await page.getByRole('button', { name: 'Aggiungi al carrello' }).click()
      await page.getByText('è nel tuo carrello').waitFor()
      await look('product with its message')
      await put(page, 'olive-oil-soap')
      await put(page, 'calli-book')
      await page.goto(`${shop.url}/it/basket`)
      assert.equal(await page.locator('.lines .line').count(), 3)
      assert.ok(await page.getByText('Blu laguna').isVisible())
      await page.getByText('Perché questo prezzo?').click()
      await look('basket')
      await page.getByRole('link', { name: 'Vai alla cassa' }).click()
      await look('checkout')
      await orderButton(page).click()
      await page.getByText('Ci sono 6 cose che mancano').waitFor()
      await look('checkout with problems')
      await fillAddress(page, email)
      await orderButton(page).click()
      await payByCard(page)
      await page.getByRole('heading', { name: 'Grazie! Il tuo ordine è pagato.' }).waitFor({ timeout: 30_000 })
      await look('confirmation')
      assert.deepEqual(
        (await ordersOf(email)).map(({ state }) => state),
        ['paid'],
      )
      await close()
    })
  }

  test('and a double click, or coming back from the payment page, is one order', async () => {
    const { page, close } = await openTab(browser)
    const email = 'hasty@village.example'
    await put(page, 'playing-cards')
    await page.goto(`${shop.url}/it/checkout`)
    await fillAddress(page, email)
    await orderButton(page).dblclick()
    await page.waitForURL(/\/pay\/dps_/)
    const first = page.url()
    await page.goBack()
    await page.getByRole('heading', { name: 'Il tuo ordine attende il pagamento' }).waitFor()
    await page.getByRole('link', { name: 'Paga ora' }).click()
    await page.waitForURL(/\/pay\/dps_/)
    assert.equal(page.url(), first)
    assert.equal((await ordersOf(email)).length, 1)
    await close()
  })

  test('and who leaves the payment page finds the order waiting, and pays later', async () => {
    const { page, look, close } = await openTab(browser)
    await put(page, 'six-pencils')
    await page.goto(`${shop.url}/it/checkout`)
    await fillAddress(page, 'later@village.example')
    await orderButton(page).click()
    await page.waitForURL(/\/pay\/dps_/)
    await page
      .locator('form')
      .filter({ hasNot: page.locator('[name="number"]') })
      .last()
      .locator('button')
      .click()
    await page.getByRole('heading', { name: 'Il tuo ordine attende il pagamento' }).waitFor()
    await look('order that waits')
    await page.getByRole('link', { name: 'Paga ora' }).click()
    await payByCard(page)
    await page.getByRole('heading', { name: 'Grazie! Il tuo ordine è pagato.' }).waitFor({ timeout: 30_000 })
    await close()
  })

  test('another way of delivery, and the total follows', async () => {
    const { page, close } = await openTab(browser)
    await put(page, 'six-pencils')
    await page.goto(`${shop.url}/it/checkout`)
    const total = page.locator('.totals .grand dd')
    const before = await total.innerText()
    await fillAddress(page, 'express@village.example')
    const typed = Promise.withResolvers<void>()
    await page.route('**/checkout', async (route) => {
      await typed.promise
      await route.continue()
    })
    await page.getByText('Consegna espressa').click()
    await page.getByLabel('Telefono').fill('041 523 1234')
    typed.resolve()
    await page.waitForFunction((old) => document.querySelector('.totals .grand dd')?.textContent !== old, before)
    const after = await total.innerText()
    assert.equal(await page.getByLabel('Telefono').inputValue(), '041 523 1234', 'typed while the total was on its way')
    await page.unroute('**/checkout')
    await orderButton(page).click()
    await page.waitForURL(/\/pay\/dps_/)
    const [order] = await ordersOf('express@village.example')
    assert.equal(`${order?.total.amount}`, after.replaceAll(/\D/g, ''))
    await close()
  })
})

describe('the last one', () => {
  test('goes to one of two; the other is told, keeps what was typed, and buys the rest', async () => {
    const [quick, slow] = await Promise.all([openTab(browser), openTab(browser)])
    for (const { page } of [quick, slow]) await put(page, 'cable-hat')
    await put(slow.page, 'six-pencils')
    for (const { page } of [quick, slow]) await page.goto(`${shop.url}/it/checkout`)
    await fillAddress(quick.page, 'quick@village.example')
    await fillAddress(slow.page, 'slow@village.example')
    await orderButton(quick.page).click()
    await quick.page.waitForURL(/\/pay\/dps_/)
    await orderButton(slow.page).click()
    await slow.page.getByText('Nel frattempo è andato esaurito').waitFor()
    await slow.look('checkout of something sold out')
    assert.equal((await ordersOf('slow@village.example')).length, 0)
    await slow.page.getByRole('button', { name: 'Togli ciò che non si può avere' }).click()
    await slow.page.getByText('Qualcosa nel tuo carrello è cambiato').waitFor()
    assert.equal(await slow.page.getByLabel('Via e numero civico').inputValue(), 'Calle del Forno 7')
    await orderButton(slow.page).click()
    await slow.page.waitForURL(/\/pay\/dps_/)
    assert.equal((await ordersOf('slow@village.example')).length, 1)
    await quick.page.goto(`${shop.url}/it/products/cable-hat`)
    await Promise.all([quick.close(), slow.close()])
  })
})

describe('every page', () => {
  const pages = [
    '',
    '/products',
    '/categories/clothing',
    '/search?q=zzzz',
    '/products/slim-jeans',
    '/products/dotted-wrap-dress',
  ]
  const others = ['/basket', '/terms', '/privacy', '/imprint', '/accessibility', '/nothing-here']
  const looks = [
    ['en', { viewport: { width: 360, height: 740 } }],
    ['es', { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' as const }],
    ['id', { viewport: { width: 1440, height: 900 } }],
  ] as const
  // Every page in one look each time, and each look on every third page; all of them where there is time.
  for (const [which, [locale, options]] of looks.entries()) {
    test(`is without barriers in ${locale}, at ${options.viewport.width} px`, async () => {
      const { page, look, close } = await openTab(browser, options)
      for (const path of [...pages, ...others].filter((_, index) => ALL || index % 3 === which)) {
        await page.goto(`${shop.url}/${locale}${path}`)
        await look(`/${locale}${path}`)
      }
      await close()
    })
  }

  test('remembers language and country, and a price in rupiah', async () => {
    const { page, close } = await openTab(browser, { locale: 'en-GB' })
    await page.goto(`${shop.url}/en/products/stoneware-mug`)
    await page.locator('.where summary').click()
    await page.getByLabel('Deliver to').selectOption('ID')
    await page.getByRole('button', { name: 'Choose' }).click()
    await page.locator('[data-part="price"]', { hasText: /IDR|Rp/ }).waitFor()
    assert.match(page.url(), /\/en\/products\/stoneware-mug$/)
    await page.locator('.where summary').click()
    await page.getByRole('link', { name: 'Bahasa Indonesia' }).click()
    await page.waitForURL(/\/id\/products\/stoneware-mug$/)
    assert.match(await page.locator('[data-part="price"]').innerText(), /Rp/)
    await close()
  })

  test('a choice shows its own price, number and picture', async () => {
    const { page, close } = await openTab(browser)
    await page.goto(`${shop.url}/en/products/dotted-wrap-dress`)
    const button = page.getByRole('button', { name: 'Add to basket' })
    assert.ok(await button.isEnabled())
    await page.locator('.chip.gone input').first().check()
    await page.locator('[data-part="stock"]', { hasText: 'Sold out' }).waitFor()
    assert.ok(await button.isDisabled())
    await page.goto(`${shop.url}/en/products/stoneware-mug`)
    const picture = page.locator('[data-part="picture"] img')
    const before = await picture.getAttribute('src')
    await page.getByRole('radio', { name: 'Terracotta' }).check()
    assert.notEqual(await picture.getAttribute('src'), before)
    assert.equal(await page.locator('[data-part="sku"]').innerText(), 'MUG-TER')
    await close()
  })
})
