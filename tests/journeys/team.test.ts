/** An agency comes to help: let in with an end and for one market, seen among those outside, and out again at once. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { expectNoBarrier, openBrowser } from './browser.ts'

const PASSWORD = 'a-long-and-quiet-password'

let shop: LivingShop
let browser: Browser
let owner: Page
let partner: Page
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

async function enter(link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => void complaints.push(error.message))
  await page.goto(link)
  await page.locator('input[type="password"]').first().waitFor()
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(PASSWORD)
  await page.locator('button[type="submit"]').click()
  await page.getByRole('navigation').first().waitFor()
  return page
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${shop.url}/office${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

interface Described {
  readonly columns: { key: string; values: { value: string }[] | null }[]
}

function askAs<Answer>(page: Page, path: string): Promise<Answer> {
  return page.evaluate(async (asked) => (await (await fetch(`/api${asked}`)).json()) as Answer, path)
}

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

describe('an agency comes to help', () => {
  let link = ''

  test('the owner lets its marketer in: for one market, with an end, by a link shown once', async () => {
    owner = await enter(shop.activation())
    await go(owner, '/team')
    await owner.getByRole('button', { name: 'Add a person' }).click()
    const dialog = owner.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('Brighella Carraro')
    await dialog.getByLabel('Email').fill('brighella@agenzia-maestrale.example')
    await dialog.getByLabel('Belongs to').selectOption('partner')
    const submit = dialog.getByRole('button', { name: 'Add and get the link' })
    assert.ok(await submit.isDisabled(), 'not without a company and an end')
    await dialog.getByRole('button', { name: 'Another company' }).click()
    await dialog.getByLabel('Name of the company').fill('Agenzia Maestrale')
    await dialog.getByRole('button', { name: 'Add company' }).click()
    await dialog.getByLabel('Name of the company').waitFor({ state: 'hidden' })
    await dialog.getByLabel('Until').fill(inAMonth())
    const markets = dialog.getByLabel('Only these markets').first()
    await markets.focus()
    await owner.keyboard.press('ArrowDown')
    await owner.getByRole('option', { name: 'id', exact: true }).click()
    await owner.keyboard.press('Tab')
    await dialog.getByLabel('Marketer').check()
    await expectNoBarrier(owner, 'adding a person')
    await submit.click()
    link = await owner.getByRole('dialog').getByLabel('Link').inputValue()
    await owner.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  })

  test('they stand among those outside, with their sponsor and their end', async () => {
    await go(owner, '/team/outside')
    const row = owner.getByRole('row', { name: /Brighella Carraro/ })
    await row.getByText('Caterina Zorzan').waitFor()
    await expectNoBarrier(owner, 'who is outside')
    await row.getByRole('link').first().click()
    await owner.getByRole('heading', { name: 'Brighella Carraro' }).waitFor()
    await owner.getByText('See orders').waitFor()
    await expectNoBarrier(owner, 'a person')
  })

  test('they work within it, and nowhere else', async () => {
    partner = await enter(link)
    await go(partner, '/products')
    await partner.getByRole('row').nth(1).waitFor()
    const { count } = await askAs<{ count: number }>(partner, '/customers/count')
    assert.equal(count, 0, 'customers belong to no market: closed')
    const { columns } = await askAs<Described>(partner, '/orders/columns')
    const markets = columns.find(({ key }) => key === 'market')?.values
    assert.deepEqual(
      markets?.map(({ value }) => value),
      ['id'],
    )
  })

  test('the owner copies a role and changes the copy', async () => {
    await go(owner, '/team/roles/partner')
    await owner.getByRole('button', { name: 'Copy', exact: true }).click()
    const name = owner.getByLabel('Name', { exact: true })
    await name.waitFor()
    assert.equal(await name.inputValue(), 'Partner, copy')
    await name.fill('Campaign helper')
    await owner.getByLabel('See prices').check()
    await expectNoBarrier(owner, 'a role')
    await owner.getByRole('button', { name: 'Save role' }).click()
    await owner.getByRole('heading', { name: 'Campaign helper' }).waitFor()
    await owner.getByText('Nobody holds it').first().waitFor()
  })

  test('the owner gives their agency its full name, and sees where they are signed in', async () => {
    await go(owner, '/team/outside')
    await owner.getByRole('button', { name: 'Companies' }).click()
    const dialog = owner.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Rename Agenzia Maestrale' }).click()
    await dialog.getByLabel('Name of the company').fill('Agenzia Maestrale srl')
    await expectNoBarrier(owner, 'renaming a company')
    await dialog.getByRole('button', { name: 'Save name' }).click()
    await dialog.getByText('Agenzia Maestrale srl').waitFor()
    await owner.keyboard.press('Escape')
    const row = owner.getByRole('row', { name: /Brighella Carraro/ })
    await row.getByText('Agenzia Maestrale srl').waitFor()
    await row.getByRole('link').first().click()
    await owner.getByRole('button', { name: /^Sign out of/ }).click()
    await owner.getByText('On no device at the moment.').waitFor()
    await partner.goto(`${shop.url}/office/products`)
    await partner.waitForURL(/sign-in/)
    await partner.getByLabel('Email').fill('brighella@agenzia-maestrale.example')
    await partner.locator('input[type="password"]').fill(PASSWORD)
    await partner.locator('button[type="submit"]').click()
    await partner.getByRole('heading', { name: 'Products', level: 1 }).waitFor()
  })

  test('their accounts have a key, whose rights stand there in words, and which is taken back', async () => {
    await go(owner, '/team/keys')
    await owner.getByRole('button', { name: 'Open Accounting export' }).click()
    await owner.getByRole('dialog').getByText('See payments').waitFor()
    await expectNoBarrier(owner, 'an API key')
    await owner.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await owner.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await owner
      .getByRole('row', { name: /Accounting export/ })
      .getByText('Taken back')
      .waitFor()
  })

  test('and is out at once, with the very next click', async () => {
    await go(owner, '/team/outside')
    await owner
      .getByRole('row', { name: /Brighella Carraro/ })
      .getByRole('link')
      .first()
      .click()
    await owner.getByRole('button', { name: 'End access now' }).click()
    const dialog = owner.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('The campaign is over')
    await dialog.getByRole('button', { name: 'End access now' }).click()
    await owner.getByText('Access ended', { exact: true }).first().waitFor()
    await owner.getByText('The campaign is over').waitFor()
    await partner.goto(`${shop.url}/office/products`)
    await partner.waitForURL(/sign-in/)
    assert.deepEqual(complaints, [])
  })
})
