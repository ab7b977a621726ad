/** A week in the calendar: a plan that collides, moved and taken back; a window that refuses; another program that reads along. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { expectNoBarrier, openBrowser } from './browser.ts'

const PASSWORD = 'a-long-and-quiet-password'

type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

let shop: LivingShop
let browser: Browser
let signedIn: State | undefined
const complaints: string[] = []

before(async () => {
  shop = await prepareShop()
  browser = await openBrowser()
  await shop.start()
  const page = await open(shop.activation())
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(PASSWORD)
  await page.locator('button[type="submit"]').click()
  await page.getByRole('navigation').first().waitFor()
  signedIn = await page.context().storageState()
  await page.context().close()
})
after(async () => {
  await browser?.close()
  await shop?.remove()
})

async function open(path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    ...(signedIn === undefined ? {} : { storageState: signedIn }),
  })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => void complaints.push(`${path}: ${error.message}`))
  await page.goto(path.startsWith('http') ? path : `${shop.url}/office${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
const bar = (page: Page, title: string) => page.getByRole('link', { name: new RegExp(title) }).first()

describe('a week in the calendar', () => {
  test('the season of the village stands on a month, a quarter and a list, without a barrier', async () => {
    const page = await open(`/calendar?day=${day(12)}&view=month`)
    await bar(page, 'Winter prices for dresses').waitFor()
    await expectNoBarrier(page, 'month')
    await page.getByText('Quarter', { exact: true }).click()
    await page.getByRole('heading', { name: 'Price list' }).waitFor()
    await expectNoBarrier(page, 'quarter')
    await page.context().close()
    const phone = await open('/calendar', 360)
    await bar(phone, 'Winter prices for dresses').waitFor()
    await expectNoBarrier(phone, 'list on a phone')
    await phone.context().close()
  })

  test('a plan says what it collides with before it is saved; it is moved by keys, and taken back', async () => {
    const on = day(26)
    const page = await open(`/calendar?day=${on}&view=month`)
    await page.getByRole('button', { name: 'New plan', exact: true }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Title').fill('Everything a little cheaper')
    await form.getByText(/and “Winter prices for dresses” set prices|Winter prices for dresses” set prices/).waitFor()
    await expectNoBarrier(page, 'form of a plan')
    await form.getByRole('button', { name: 'Save plan' }).click()
    await bar(page, 'Everything a little cheaper').waitFor()
    const read = async () => {
      const answer = await page.request.get(`${shop.url}/api/calendar?from=${day(0)}&to=${day(60)}&kinds=promotion`)
      const { entries } = (await answer.json()) as { entries: { title: string; time: { fromOn: string } }[] }
      return entries.find(({ title }) => title === 'Everything a little cheaper')?.time.fromOn ?? ''
    }
    const begun = await read()
    await bar(page, 'Everything a little cheaper').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await page.getByText('“Everything a little cheaper” moved.').waitFor()
    assert.equal(Date.parse(await read()) - Date.parse(begun), 86_400_000)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('“Everything a little cheaper” is where it was.').waitFor()
    assert.equal(await read(), begun)
    await page.context().close()
  })

  test('a plan is called off with a reason', async () => {
    const page = await open('/calendar?view=list')
    await bar(page, 'The shop rests').click()
    await page.getByRole('heading', { name: 'The shop rests', level: 1 }).waitFor()
    await expectNoBarrier(page, 'page of a plan')
    await page.getByRole('button', { name: 'Call off' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('We open after all')
    await page.getByRole('dialog').getByRole('button', { name: 'Call off' }).click()
    await page.getByText('Called off', { exact: true }).first().waitFor()
    await page.context().close()
  })

  test('a window is said before one tries, and refuses who tries', async () => {
    const page = await open('/calendar/blackouts')
    const acts = ['inventory.count']
    const startsAt = new Date(Date.now()).toISOString()
    const endsAt = new Date(Date.now() + 3_600_000).toISOString()
    const origin = { origin: shop.url }
    const closed = await page.request.post(`${shop.url}/api/blackouts`, {
      data: { reason: 'The shelves are counted', startsAt, endsAt, acts },
      headers: origin,
    })
    assert.equal(closed.status(), 201, await closed.text())
    await page.getByText('The shelves are counted').waitFor()
    await expectNoBarrier(page, 'windows')
    // It begins when every process of the house has heard of it.
    await wait(2_500)
    await page.reload()
    await page.getByText('In force', { exact: true }).waitFor()
    const { items } = (await (await page.request.get(`${shop.url}/api/stock?limit=1`)).json()) as {
      items: { variantId: string }[]
    }
    const counts = [{ variantId: items[0]?.variantId, locationCode: 'venezia', quantity: 77 }]
    const count = () =>
      page.request.post(`${shop.url}/api/stock-counts`, { data: { counts, reason: 'found' }, headers: origin })
    const refused = await count()
    assert.equal(((await refused.json()) as { code: string }).code, 'work.in_blackout')
    await page.getByRole('button', { name: 'Go ahead in spite of “The shelves are counted”' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('A pallet fell')
    await page.getByRole('dialog').getByRole('button', { name: 'Go ahead' }).click()
    await page.getByText('You may go ahead for a quarter of an hour.').waitFor()
    assert.equal((await count()).status(), 200)
    await page.context().close()
  })

  test('another calendar reads along by a secret address', async () => {
    const page = await open('/calendar')
    await page.getByRole('button', { name: 'Read in another calendar' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('My phone')
    await dialog.getByRole('button', { name: 'Make an address' }).click()
    const url = (await dialog.locator('code').textContent()) ?? ''
    const { pathname } = new URL(url)
    const feed = await fetch(`${shop.url}${pathname}`)
    assert.match(await feed.text(), /SUMMARY:Winter prices for dresses/)
    await dialog.getByRole('button', { name: 'Take back the address of My phone' }).click()
    await dialog.getByText('My phone').waitFor({ state: 'detached' })
    assert.equal((await fetch(`${shop.url}${pathname}`)).status, 404)
    await page.context().close()
  })

  test('and the browser had nothing to complain of', () => assert.deepEqual(complaints, []))
})
