/** A morning in the back office: from the link in the first mail to the last cell, by mouse and by keys. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { createShopper, type Ledger } from '../living-shop/shopper.ts'
import { expectNoBarrier, openBrowser } from './browser.ts'
import { firstLoadKilobytes } from './first-load.ts'
import { RED_DOT } from './red-dot.ts'
import { paste } from './long-table.ts'

const PASSWORD = 'a-long-and-quiet-password'
const FIRST_LOAD_KB = 250

type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

interface Session {
  readonly staff: { readonly email: string }
}

let shop: LivingShop
let browser: Browser
let signedIn: State | undefined
let email = ''
/** What the browser told on any page: broken scripts, and what the content security policy forbids. */
const complaints: string[] = []

before(async () => {
  shop = await prepareShop()
  browser = await openBrowser()
  await shop.start()
})
after(async () => {
  await browser?.close()
  await shop?.remove()
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    ...(signedIn === undefined ? {} : { storageState: signedIn }),
    ...options,
  })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => void complaints.push(`${path}: ${error.message}`))
  page.on('console', (message) => {
    // The browser logs each answer of 4xx itself.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(`${path}: ${message.text()}`)
  })
  await page.goto(path.startsWith('http') ? path : `${shop.url}/office${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

const ledger: Ledger = { orders: [], wrong: [], refused: new Map() }

/** Somebody buys over the API; answers once the orders are placed and their cards are taken. */
async function buy(count: number): Promise<void> {
  const { items } = await shop.ask<{ items: { variantId: string; location: string; available: number }[] }>(
    '/stock?limit=200',
  )
  const variantIds = items
    .filter((one) => one.location.includes('Venezia') && one.available > 5)
    .map((one) => one.variantId)
  const goal = ledger.orders.length + count
  let seed = 7
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const shopper = createShopper({ url: shop.url, number: goal, variantIds, chance, ledger })
  await shopper.shop(() => ledger.orders.length < goal)
}

describe('a morning in the office', () => {
  test('begins with the link for the first sign-in', async () => {
    const page = await open(shop.activation())
    for (const field of await page.locator('input[type="password"]').all()) await field.fill(PASSWORD)
    await page.locator('button[type="submit"]').click()
    await page.getByRole('navigation').first().waitFor()
    email = await page.evaluate(async () => ((await (await fetch('/api/session')).json()) as Session).staff.email)
    signedIn = await page.context().storageState()
    await page.context().close()
  })

  test('a deep link survives signing in', async () => {
    const page = await open('/orders?sort=total', { storageState: { cookies: [], origins: [] } })
    assert.match(page.url(), /sign-in/)
    await page.getByLabel(/email/i).fill(email)
    await page.locator('input[type="password"]').fill(PASSWORD)
    await page.locator('button[type="submit"]').click()
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor()
    assert.match(page.url(), /\/orders\?sort=total/)
    await page.context().close()
  })

  test('an order appears without a reload, is opened, and part of its money goes back', async () => {
    const page = await open('/orders')
    await page.getByText('The first order will appear here by itself').waitFor()
    await buy(1)
    const number = ledger.orders[0]?.number ?? ''
    await page.getByRole('link', { name: number }).click()
    await page.getByRole('heading', { name: `Order ${number}` }).waitFor()
    await page.getByRole('button', { name: 'Give money back' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Amount').fill('999999')
    await dialog.getByText(/can still be given back/).waitFor()
    assert.ok(await dialog.getByRole('button', { name: 'Give back' }).isDisabled())
    await dialog.getByLabel('Amount').fill('1.00')
    await dialog.getByLabel('Reason').fill('One cup was chipped')
    await dialog.getByRole('button', { name: 'Give back' }).click()
    await page.getByText('Given back · One cup was chipped').waitFor()
    // What happened stands there in words, and a file can lie beside it.
    const [picker] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Add files' }).click(),
    ])
    await picker.setFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('chipped at the rim') })
    await page.getByRole('link', { name: 'note.txt' }).waitFor()
    await page.context().close()
  })

  test('another order is cancelled with a reason', async () => {
    await buy(1)
    const { id, number } = ledger.orders.at(-1) ?? { id: '', number: '' }
    const page = await open(`/orders/${id}`)
    await page.getByRole('button', { name: 'Cancel order' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('Asked for by telephone')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the order' }).click()
    await page.getByText(`Order ${number} is cancelled`).waitFor()
    await page.getByText('Cancelled', { exact: true }).first().waitFor()
    await page.context().close()
  })

  test('a list is filtered in words, sorted, kept as a view, and exported as it is shown', async () => {
    await buy(4)
    const page = await open('/orders')
    await page.getByRole('button', { name: 'Add filter' }).click()
    await page.getByLabel('Column').selectOption('state')
    await page.getByRole('checkbox', { name: 'Cancelled' }).check()
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('button', { name: 'State is Cancelled', exact: true }).waitFor()
    await page.getByText(ledger.orders[1]?.number ?? '?').waitFor()
    await until(async () => (await page.locator('tbody tr[data-index]').count()) === 1)
    await page.getByRole('button', { name: 'Take away: State is Cancelled' }).click()
    await page.getByRole('button', { name: 'Total' }).click()
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Total' }).waitFor()
    // The arrow turns in the next picture; the address follows it.
    await page.waitForURL(/sort=total/)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save as a view …' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Cheapest first')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Cheapest first' }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Views' }).waitFor()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Cheapest first' }).click()
    await page.waitForURL(/view=/)
    await page.getByRole('button', { name: 'Export' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /^CSV/ }).click(),
    ])
    const csv = readFileSync(await download.path(), 'utf8').replace('\uFEFF', '')
    const [head = '', ...lines] = csv.trim().split(/\r?\n/)
    assert.match(head, /^Number,/)
    const { items } = await shop.ask<{ items: { number: string }[] }>('/orders?sort=total&limit=200')
    assert.deepEqual(
      lines.map((line) => line.split(',')[0]?.replaceAll('"', '')),
      items.map(({ number }) => number),
    )
    await page.context().close()
  })

  test('two people change one product: what only one changed is put together, the rest is asked', async () => {
    const { items } = await shop.ask<{ items: { id: string; name: string }[] }>('/products?search=soap')
    const path = `/products/${items[0]?.id}`
    const [one, two] = [await open(path), await open(path)]
    // Another tab would see the first one's change come in by itself: this one hears of it when it saves.
    await two.route('**/api/live*', (route) => route.fulfill({ status: 403 }))
    await two.reload()
    const saved = (page: Page) => page.getByText('Saved', { exact: true }).last().waitFor()
    const read = () => shop.ask<{ vendor: string; tags: string[]; version: number }>(path)
    const { version } = await read()
    await one.getByRole('combobox', { name: 'Vendor' }).fill('First Works')
    await one.getByRole('button', { name: 'Save' }).click()
    await saved(one)
    await two.getByRole('combobox', { name: 'Tags (optional)' }).fill('gentle')
    await two.getByRole('combobox', { name: 'Tags (optional)' }).press('Enter')
    await two.getByRole('button', { name: 'Save' }).click()
    await saved(two)
    const together = await read()
    assert.deepEqual([together.vendor, together.tags.includes('gentle')], ['First Works', true])
    // The same person again, at once: never a conflict with oneself.
    await two.getByRole('combobox', { name: 'Vendor' }).fill('Second Works')
    await two.getByRole('button', { name: 'Save' }).click()
    await until(async () => (await read()).vendor === 'Second Works')
    assert.equal(await two.getByText('Somebody else saved this meanwhile').count(), 0)
    // Both the same field: yours and theirs side by side, with who it was. What is typed already is not moved by news.
    await two.getByRole('combobox', { name: 'Vendor' }).fill('Fourth Works')
    await one.evaluate(
      async ([address, known]) => {
        const headers = { 'content-type': 'application/json', 'if-match': `"${known}"` }
        await fetch(`/api${address}`, { method: 'PATCH', headers, body: JSON.stringify({ vendor: 'Third Works' }) })
      },
      [path, (await read()).version] as const,
    )
    await two.getByRole('button', { name: 'Save' }).click()
    await two.getByText('Somebody else saved this meanwhile').waitFor()
    await two.getByRole('radio', { name: /Third Works/ }).waitFor()
    await expectNoBarrier(two, 'two people changed the same')
    assert.ok(await two.getByRole('button', { name: 'Save what I chose' }).isDisabled())
    await two.getByRole('radio', { name: /Fourth Works/ }).check()
    await two.getByRole('button', { name: 'Save what I chose' }).click()
    await until(async () => (await read()).vendor === 'Fourth Works')
    assert.equal((await read()).version, version + 5)
    // What the house refuses is taken back where it was shown already, and stays in its field.
    const refuse = { status: 422, json: { title: 'Not today', status: 422, code: 'x.y', detail: '', remedy: 'Later.' } }
    await two.route('**/api/products/*', (route) =>
      route.request().method() === 'PATCH' ? route.fulfill(refuse) : route.fallback(),
    )
    await two.getByRole('combobox', { name: 'Vendor' }).fill('Refused Works')
    await two.getByRole('button', { name: 'Save' }).click()
    await two.getByText('Not today').waitFor()
    assert.equal(await two.getByRole('combobox', { name: 'Vendor' }).inputValue(), 'Refused Works')
    assert.equal(await two.getByText('Refused Works').count(), 0, 'the head of the page says what is there')
    await two.unroute('**/api/products/*')
    await two.getByRole('button', { name: 'Discard' }).click()
    // What is typed and not saved is offered again after a reload.
    await two.getByRole('combobox', { name: 'Vendor' }).fill('Fifth Works')
    two.once('dialog', (dialog) => void dialog.accept())
    await two.reload()
    await two.getByRole('button', { name: 'Take it up again' }).click()
    assert.equal(await two.getByRole('combobox', { name: 'Vendor' }).inputValue(), 'Fifth Works')
    await Promise.all([one.context().close(), two.context().close({ runBeforeUnload: false } as never)])
  })

  test('a product gets a heading and a picture, in the order and the words that the shop then shows', async () => {
    const { items } = await shop.ask<{ items: { id: string; handle: string }[] }>('/products?search=soap')
    const { id = '', handle = '' } = items[0] ?? {}
    const page = await open(`/products/${id}`)
    await page.getByRole('textbox', { name: 'Description (optional)' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Heading', exact: true }).click()
    await page.keyboard.type('How it is kept')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved', { exact: true }).last().waitFor()
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer })
    const shown = page.getByRole('textbox', { name: /^What picture/ })
    const before = await shown.count()
    const [picker] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Add pictures' }).click(),
    ])
    await picker.setFiles([file('red.png', RED_DOT), file('notes.png', Buffer.from('no picture at all'))])
    await page.getByText('This is no picture that the shop can show').waitFor()
    await page.getByRole('button', { name: 'Stop notes.png' }).click()
    await page.getByRole('textbox', { name: `What picture ${before + 1} shows` }).fill('A red dot')
    await page.keyboard.press('Enter')
    for (let place = before + 1; place > 1; place--) {
      await page.getByRole('button', { name: `Picture ${place}: earlier` }).click()
      // No hand is quicker than the page is drawn, but a program is.
      const moved = page.getByRole('textbox', { name: `What picture ${place - 1} shows` })
      await until(async () => (await moved.inputValue()) === 'A red dot')
    }
    const first = async () =>
      (await shop.ask<{ images: { alts: { en?: string } }[] }>(`/products/${id}`)).images[0]?.alts.en
    await until(async () => (await first()) === 'A red dot')
    await expectNoBarrier(page, 'a product with pictures')
    await page.goto(`${shop.url}/en/products/${handle}`)
    await page.getByRole('heading', { name: 'How it is kept' }).waitFor()
    await page.getByRole('img', { name: 'A red dot' }).first().waitFor()
    await page.context().close()
  })

  test('many products get a tag, and lose it again', async () => {
    const page = await open('/products')
    for (const row of [1, 2, 3]) await page.getByRole('checkbox', { name: `Choose row ${row}`, exact: true }).check()
    await page.getByRole('region', { name: 'What is chosen' }).getByRole('button', { name: 'Add tag' }).click()
    await page.getByRole('textbox', { name: 'Tag' }).fill('winter')
    await page.getByText('3 of 3 change.').waitFor()
    await page.getByRole('button', { name: 'Change 3 products' }).click()
    await page.getByText('3 products are changed').waitFor()
    const tagged = () => shop.ask<{ count: number }>('/products/count?filter=tag:is:winter')
    assert.equal((await tagged()).count, 3)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('3 products are as before').waitFor()
    assert.equal((await tagged()).count, 0)
    await page.context().close()
  })

  test('by keys alone: through the grid, a cell is changed, a block is pasted, a refusal takes it back', async () => {
    const page = await open('/products?sort=name')
    await page.locator('td[tabindex="0"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Bottega Nuova')
    await page.keyboard.press('Enter')
    await page.locator('tr[data-index="1"] td[data-col="1"]', { hasText: 'Bottega Nuova' }).waitFor()
    const nameAt = async (row: number) =>
      (await shop.ask<{ items: { vendor: string }[] }>('/products?sort=name')).items[row]?.vendor
    await until(async () => (await nameAt(1)) === 'Bottega Nuova')
    await page.keyboard.press('ArrowDown')
    await paste(page, 'Uno\tx\nDue\ty\n')
    await page.getByRole('dialog').getByText('This column cannot be changed here').first().waitFor()
    await page.getByRole('button', { name: 'Save 2 cells' }).press('Enter')
    await page.getByText('2 cells are saved').first().waitFor()
    assert.deepEqual([await nameAt(2), await nameAt(3)], ['Uno', 'Due'])
    await page.route('**/api/products/*', (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({
            status: 422,
            json: { title: 'Not today', status: 422, code: 'x.y', detail: '', remedy: 'Later.', requestId: '' },
          })
        : route.fallback(),
    )
    await page.locator('tr[data-index="0"] td[data-col="1"]').focus()
    const before = await page.locator('tr[data-index="0"] td[data-col="1"]').innerText()
    await page.keyboard.press('F2')
    await page.keyboard.type('Refused Works')
    await page.keyboard.press('Enter')
    await page.getByText('Not today').waitFor()
    assert.equal(await page.locator('tr[data-index="0"] td[data-col="1"]').innerText(), before)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('customers')
    await page
      .getByRole('option', { name: /Customers/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor()
    await page.context().close()
  })
})

const SCREENS = [
  '/',
  '/inbox',
  '/todos',
  '/calendar',
  '/work/approvals',
  '/orders',
  '/payments',
  '/customers',
  '/products',
  '/promotions',
  '/stock',
  '/ledger',
  '/mails',
  '/jobs',
  '/audit',
  '/team',
  '/team/units',
  '/team/roles',
  '/team/outside',
  '/settings',
  '/set-up',
  '/translations',
  '/feeds',
]

/** Every screen in one appearance each time, and each appearance on every second screen; all four where there is time. */
const APPEARANCES = (['light', 'dark'] as const).flatMap((scheme) => [1280, 360].map((width) => ({ scheme, width })))
const isLookedAt = (appearance: (typeof APPEARANCES)[number], screen: number) =>
  Boolean(process.env['FONDACO_ALL_APPEARANCES']) || APPEARANCES.indexOf(appearance) === (screen % 2) * 3

describe('every screen is open to everybody', () => {
  for (const appearance of APPEARANCES.filter((one) => isLookedAt(one, 0) || isLookedAt(one, 1))) {
    const { scheme: colorScheme, width } = appearance
    test(`${colorScheme}, ${width} px wide`, async () => {
      const order = `/orders/${ledger.orders[0]?.id}`
      const { items } = await shop.ask<{ items: { id: string }[] }>('/products')
      const screens = [...SCREENS, order, `/products/${items[0]?.id}`]
      const page = await open('/', { colorScheme, viewport: { width, height: 800 } })
      for (const path of screens.filter((_, index) => isLookedAt(appearance, index))) {
        await page.goto(`${shop.url}/office${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForFunction(
          () => document.querySelector('main :is(.mantine-Skeleton-root, tr[aria-busy])') === null,
        )
        await expectNoBarrier(page, `${path}, ${colorScheme}, ${width} px`)
      }
      await page.context().close()
    })
  }
})

test('no page was broken, and none did what the content security policy forbids', () => {
  assert.deepEqual(complaints, [])
})

test('the frame is loaded with little script', () => {
  const kilobytes = firstLoadKilobytes()
  assert.ok(kilobytes <= FIRST_LOAD_KB, `${kilobytes} KB`)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return
    await wait(100)
  }
  assert.fail('it did not come about')
}
