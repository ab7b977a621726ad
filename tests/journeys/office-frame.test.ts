/** The frame of the office: found by keys, set up step by step, long work watched, looked at in every appearance. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { expectNoBarrier, openBrowser, openTab } from './browser.ts'

const PASSWORD = 'a-long-and-quiet-password'

type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

let shop: LivingShop
let browser: Browser
let signedIn: State

before(async () => {
  shop = await prepareShop()
  browser = await openBrowser()
  await shop.start()
  const { page, close } = await openTab(browser)
  await page.goto(shop.activation())
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(PASSWORD)
  await page.locator('button[type="submit"]').click()
  await page.getByRole('navigation').first().waitFor()
  signedIn = await page.context().storageState()
  await close()
})
after(async () => {
  await browser?.close()
  await shop?.remove()
})

interface Screen {
  readonly page: Page
  readonly look: (what: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Live facts keep a connection open, so the network of an office never falls silent: what moves is waited for instead. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    storageState: signedIn,
    locale: 'en-GB',
    ...options,
  })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  await page.goto(`${shop.url}/office${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return {
    page,
    async look(what) {
      await page.waitForFunction(
        // The gallery of components shows some for good.
        () => location.pathname.endsWith('/components') || !document.querySelector('main .mantine-Skeleton-root'),
      )
      await expectNoBarrier(page, what)
      assert.deepEqual(complaints, [], `${what}: the browser complains`)
    },
    close: () => context.close(),
  }
}

describe('the palette', () => {
  test('finds a record by keys alone, opens it, and offers it again', async () => {
    const { page, look, close } = await open('/')
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox')
    await field.waitFor()
    await look('the palette')
    await page.keyboard.type('scarf')
    const option = page.getByRole('option', { name: /scarf/i }).first()
    await option.waitFor()
    assert.equal(await field.getAttribute('aria-activedescendant'), await option.getAttribute('id'))
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { level: 1, name: /scarf/i })
    await heading.waitFor()
    assert.ok(await heading.evaluate((element) => element === document.activeElement))
    await page.keyboard.press('/')
    await page.getByRole('group', { name: 'Opened lately' }).getByRole('option', { name: /scarf/i }).waitFor()
    await close()
  })

  test('keys lead to screens, never while somebody types, and not once they are turned off', async () => {
    const { page, look, close } = await open('/orders')
    await page.getByRole('searchbox').fill('')
    await page.getByRole('searchbox').pressSequentially('gp?/')
    assert.equal(await page.getByRole('searchbox').inputValue(), 'gp?/')
    assert.equal(await page.getByRole('dialog').count(), 0)
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await look('the shortcuts')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.getByRole('heading', { level: 1, name: 'Products' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('switch', { name: 'Shortcuts of single keys' }).click({ force: true })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('o')
    assert.match(page.url(), /\/products$/)
    await close()
  })
})

describe('settings', () => {
  test('two people set the same thing: the second sees what the first did', async () => {
    const { page, look, close } = await open('/settings')
    const minutes = page.getByRole('form', { name: 'Minutes to pay' })
    await minutes.getByRole('textbox').fill('45')
    await page.evaluate(async () => {
      const path = '/api/settings/orders.payment_minutes'
      const { version } = (await (await fetch(path)).json()) as { version: number }
      const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` }
      await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ value: 60 }) })
    })
    await minutes.getByRole('button', { name: 'Save' }).click()
    await minutes.getByText('Somebody else saved this meanwhile').waitFor()
    await minutes.getByRole('radio', { name: /60/ }).check()
    await minutes.getByRole('button', { name: 'Save what I chose' }).click()
    await minutes.locator('input[value="60"]').waitFor()
    await minutes.getByRole('button', { name: /^History/ }).click()
    await page.getByRole('dialog').getByText('60').waitFor()
    await look('the history of a setting')
    await close()
  })

  test('a new country is set up step by step, and one step is passed over', async () => {
    const { page, look, close } = await open('/set-up?step=market')
    await page.getByLabel('Countries').first().fill('San Mar')
    await page.getByRole('option', { name: 'San Marino' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: /Taxes to do/ }).click()
    await page.getByText('No standard tax rate is in force today for: SM.').waitFor()
    await look('a step of the guide')
    await page.getByLabel('Rate').fill('17')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('This is needed').first().waitFor()
    await page.getByRole('textbox', { name: 'Source' }).fill('the law of the country')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Next: Delivery' }).click()
    await page.getByRole('button', { name: 'Skip this step' }).click()
    await page.getByRole('link', { name: /Delivery skipped/ }).waitFor()
    await close()
  })
})

test('a chart gives its figures as a table and as files', async () => {
  const { page, look, close } = await open('/components')
  const chart = page.getByRole('region', { name: 'Time series: compared' })
  for (const [item, name] of [
    ['As a picture (PNG)', /\.png$/],
    ['As a table (CSV)', /\.csv$/],
  ] as const) {
    await chart.getByRole('button', { name: /^Download/ }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ])
    assert.match(file.suggestedFilename(), name)
    const bytes = readFileSync(await file.path())
    assert.ok(name.test('.png') ? bytes.subarray(1, 4).toString() === 'PNG' : bytes.includes('Before'))
  }
  await chart.getByText('Table', { exact: true }).click({ force: true })
  assert.equal(await chart.getByRole('row').count(), 61)
  await look('the components')
  await close()
})

/** Every screen in one look each time, narrow or wide; all four where there is time. */
const ALL = Boolean(process.env['FONDACO_ALL_APPEARANCES'])
const APPEARANCES = [
  ['dark', false, [360]],
  ['light', true, [1440]],
  ['light', false, [360, 1440]],
  ['dark', true, [1440]],
] as const

for (const [which, [colorScheme, contrast, widths]] of APPEARANCES.slice(0, ALL ? 4 : 2).entries()) {
  test(`every screen of the frame, ${colorScheme}${contrast ? ', high contrast' : ''}, ${widths.join(' and ')} px`, async () => {
    const { page, look, close } = await open('/', { colorScheme, viewport: { width: 360, height: 740 } })
    if (contrast) await page.evaluate(() => localStorage.setItem('fondaco-contrast', 'more'))
    for (const path of [
      '/',
      '/settings',
      '/settings/delivery',
      '/settings/taxes',
      '/set-up',
      '/payments',
      '/components',
    ].filter((_, index) => ALL || index % 2 === which)) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`${shop.url}/office${path}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await look(`${path} at ${width}, ${colorScheme}`)
      }
    }
    await close()
  })
}
