/** A day's work between people: asked, taken, handed over, talked about; and what somebody from outside sees of it. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { expectNoBarrier, openBrowser } from './browser.ts'

let shop: LivingShop
let browser: Browser
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

/** Elena buys, Marco looks after the assortment: both belong to the department Assortimento. Bepi leads the warehouse. */
async function open(role: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  const value = await shop.tokenOf(role)
  await context.addCookies([{ name: 'fondaco_staff', value, url: shop.url, httpOnly: true }])
  await go(page, path)
  return page
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${shop.url}/office${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

function askAs<Answer>(page: Page, path: string): Promise<Answer> {
  return page.evaluate(async (asked) => (await (await fetch(`/api${asked}`)).json()) as Answer, path)
}

const badge = (page: Page) => page.getByRole('link', { name: /^Inbox, / })
const unreadOf = async (page: Page) =>
  Number(/(\d+) unread/.exec((await badge(page).getAttribute('aria-label')) ?? '')?.[1] ?? 0)

async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(typed)
  await page.getByRole('option', { name: option, exact: true }).click()
}

describe('Marco and Elena', () => {
  let marco: Page
  let elena: Page
  let address: string

  test('Marco asks his department for something', async () => {
    marco = await open('merchandiser', '/todos')
    await marco.getByRole('link', { name: 'New to-do' }).first().click()
    await marco.getByLabel('What is to be done').fill('Move the lamps to the front')
    await choose(marco, 'Asked of', 'Assort', 'Assortimento')
    await marco.getByLabel('Checklist (optional)').fill('Lamps\nPrice tags')
    await expectNoBarrier(marco, 'making a to-do')
    await marco.getByRole('button', { name: 'Make to-do' }).click()
    await marco.getByRole('heading', { name: 'Move the lamps to the front' }).waitFor()
    address = new URL(marco.url()).pathname.replace('/office', '')
    assert.match(address, /^\/todos\/[0-9a-f-]{36}$/)
  })

  test('and mentions Elena, whose badge counts it while she does something else', async () => {
    elena = await open('buyer', '/products')
    await badge(elena).filter({ hasText: /\d/ }).waitFor()
    const [before, loads] = [await unreadOf(elena), await elena.evaluate(() => performance.timeOrigin)]
    await marco.getByLabel('New thread').fill('Can you lift the big one?')
    await choose(marco, 'Mention', 'Elena', 'Elena Squerolo')
    await marco.getByRole('button', { name: 'Send' }).click()
    await marco.getByRole('listitem').filter({ hasText: 'Can you lift the big one?' }).waitFor()
    await elena.getByRole('link', { name: new RegExp(`^Inbox, ${before + 1} unread$`) }).waitFor()
    await badge(elena).click()
    await elena
      .getByRole('link', { name: /Marco Bricolin mentioned you/ })
      .first()
      .waitFor()
    assert.equal(await elena.evaluate(() => performance.timeOrigin), loads, 'the page was not loaded anew')
  })

  test('she reads only what she is mentioned in, and follows it to what was said', async () => {
    await elena.getByLabel('Kind', { exact: true }).first().click()
    await elena.getByRole('option', { name: 'Mentions' }).click()
    await elena.getByText('Move the lamps to the front').first().waitFor()
    const kinds = await elena.getByRole('list', { name: 'Inbox' }).getByRole('listitem').allInnerTexts()
    assert.ok(kinds.length > 0 && kinds.every((text) => text.includes('Mention · ')), kinds.join('\n'))
    await elena
      .getByRole('link', { name: /Marco Bricolin mentioned you/ })
      .first()
      .click()
    await elena.getByText('Can you lift the big one?').waitFor()
    await elena.getByRole('link', { name: 'About Move the lamps to the front' }).waitFor()
  })

  test('of two who take it one has it, and the other learns who', async () => {
    // Marco's screen hears of nothing: he clicks what Elena has already taken.
    await marco.route('**/api/live', (route) => route.fulfill({ status: 403 }))
    await go(marco, address)
    await marco.getByRole('button', { name: 'Take', exact: true }).waitFor()
    await go(elena, address)
    await elena.getByRole('button', { name: 'Take', exact: true }).click()
    await elena.getByText('Taken', { exact: true }).first().waitFor()
    await marco.getByRole('button', { name: 'Take', exact: true }).click()
    await marco.getByRole('alert').filter({ hasText: 'Elena Squerolo' }).waitFor()
    await marco.unroute('**/api/live')
    const { takenBy } = await askAs<{ takenBy: { name: string } }>(marco, address)
    assert.equal(takenBy.name, 'Elena Squerolo')
  })

  test('it goes on to the warehouse when everything is checked, and Bepi accepts it', async () => {
    const onwards = elena.getByRole('button', { name: 'Hand over' })
    assert.equal(await onwards.getAttribute('aria-disabled'), 'true', 'not with an open checklist')
    for (const check of ['Lamps', 'Price tags']) {
      await elena.getByLabel(check, { exact: true }).click()
      await elena.getByRole('checkbox', { name: check, checked: true }).waitFor()
    }
    await elena.locator('button:not([aria-disabled="true"])', { hasText: 'Hand over' }).click()
    const dialog = elena.getByRole('dialog')
    await dialog.getByLabel('Next department').fill('Mag')
    await elena.getByRole('option', { name: 'Magazzino' }).click()
    await dialog.getByLabel('What they should know (optional)').fill('The big one is heavy')
    await expectNoBarrier(elena, 'handing over')
    await dialog.getByRole('button', { name: 'Hand over' }).click()
    await elena.getByText('Waits for Magazzino to accept it.').waitFor()
    const bepi = await open('picker', '/inbox')
    await bepi.getByRole('link', { name: /Move the lamps to the front/ }).click()
    await bepi.getByText('The big one is heavy').waitFor()
    await bepi.getByRole('button', { name: 'Accept' }).click()
    await bepi.getByText('Bepi Fondamenta accepted it.').waitFor()
    await elena.getByText('Bepi Fondamenta accepted it.').waitFor()
    await bepi.context().close()
  })

  test('a partner sees the thread that is shared with them, and nothing else of the record', async () => {
    const { items } = await askAs<{ items: { id: string }[] }>(elena, '/products?limit=1')
    const product = `/products/${items[0]?.id}`
    await go(elena, product)
    const begin = elena.getByLabel('New thread')
    await begin.fill('What do they ask for it elsewhere?')
    await elena.getByRole('button', { name: 'Send' }).last().click()
    await elena.getByRole('listitem').filter({ hasText: 'What do they ask for it elsewhere?' }).waitFor()
    await begin.fill('How many do you have in Jakarta?')
    await elena.getByLabel('Who reads it').and(elena.locator('input')).last().click()
    await elena.getByRole('option', { name: 'Shared with Gudang Selat Logistics' }).last().click()
    await elena.getByRole('button', { name: 'Send' }).last().click()
    const shared = elena.getByRole('article', { name: 'Shared with Gudang Selat Logistics' })
    await shared.getByText('How many do you have in Jakarta?').waitFor()
    await expectNoBarrier(elena, 'talk about a product')

    const wira = await open('partner', '/talk')
    await wira.getByText('How many do you have in Jakarta?').waitFor()
    const seen = await wira.getByRole('main').innerText()
    assert.ok(!seen.includes('elsewhere') && !seen.includes('forty'), seen)
    await expectNoBarrier(wira, 'what is shared with a partner')
    await wira.getByLabel('Reply').fill('Twelve')
    await wira.getByRole('button', { name: 'Send' }).click()
    await shared.getByText('Twelve').waitFor()
    await wira.context().close()
  })

  test('each page is without barriers, on a phone in the dark and on a desk in the light', async () => {
    const [thread] = (await askAs<{ items: { path: string }[] }>(elena, '/inbox?kind=mention')).items
    for (const [appearance, options] of [
      ['phone, dark', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' }],
      ['desk, light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
    ] as const) {
      const page = await open('buyer', '/inbox', options)
      await page.getByRole('list', { name: 'Inbox' }).waitFor()
      await expectNoBarrier(page, `inbox, ${appearance}`)
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter(
            (one) =>
              one.scrollWidth > one.clientWidth + 1 &&
              one.clientWidth > 1 &&
              getComputedStyle(one).overflowX === 'auto',
          )
          .map((one) => one.className),
      )
      assert.deepEqual(cut, [], `inbox, ${appearance}: scrolls sideways`)
      await go(page, '/todos')
      await page.getByRole('link', { name: 'Move the lamps to the front' }).first().waitFor()
      await expectNoBarrier(page, `to-dos, ${appearance}`)
      await go(page, address)
      await page.getByText('Price tags').first().waitFor()
      await expectNoBarrier(page, `a to-do, ${appearance}`)
      await go(page, thread?.path ?? '')
      await page.getByLabel('Reply').waitFor()
      await expectNoBarrier(page, `a thread, ${appearance}`)
      await page.context().close()
    }
    assert.deepEqual(complaints, [])
  })
})
