/** An owner connects the provider where her people have accounts; somebody new comes in by it, straight to the page they wanted. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { CLIENT, openOidcStand, type OidcStand } from '../../server/src/departments/people/testing/oidc-stand.ts'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { expectNoBarrier, openBrowser, openTab, type Tab } from './browser.ts'

let shop: LivingShop
let browser: Browser
let stand: OidcStand
let owner: Tab
let guest: Tab
let returnUri = ''

before(async () => {
  shop = await prepareShop()
  browser = await openBrowser()
  await shop.start()
  returnUri = `${shop.url}/office/sign-in/return`
  stand = await openOidcStand({ returnUri })
  stand.accounts.set('mario', { email: 'mario@bottega.example', email_verified: false, name: 'Mario' })
  stand.accounts.set('anna', { email: 'anna@bottega.example', email_verified: true, name: 'Anna Bruschi' })
  owner = await openTab(browser, { locale: 'en-GB' })
  guest = await openTab(browser, { locale: 'en-GB', viewport: { width: 360, height: 800 } })
})
after(async () => {
  await browser?.close()
  await shop?.remove()
})

describe('signing in by a provider', () => {
  test('the owner is told what to register, tries the address, and adds the provider', async () => {
    const { page } = owner
    await page.goto(shop.activation())
    await page.locator('input[type="password"]').fill('a-long-and-quiet-password')
    await page.locator('button[type="submit"]').click()
    await page.getByRole('button', { name: /account of/ }).waitFor()
    await page.goto(`${shop.url}/office/team/sign-in`)
    await page.getByText('Everybody signs in with a password or a passkey').waitFor()
    assert.equal(await page.getByLabel('Redirect URI').inputValue(), returnUri)
    await expectNoBarrier(page, 'no provider yet')
    await page.getByRole('button', { name: 'Add a provider' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name on the button').fill('Bottega')
    await dialog.getByLabel('Issuer').first().fill(stand.issuer)
    await dialog.getByRole('button', { name: 'Try it' }).click()
    await dialog.getByText(`It answers. People will be sent to ${new URL(stand.issuer).host}.`).waitFor()
    await dialog.getByLabel('Client ID').fill(CLIENT.clientId)
    await dialog.locator('input[type="password"]').fill(CLIENT.clientSecret)
    await dialog.getByLabel('E-mail domains').first().fill('bottega.example')
    await dialog.getByLabel('E-mail domains').first().press('Enter')
    await dialog.getByRole('switch', { name: 'Let new people in' }).click()
    await dialog.getByRole('checkbox', { name: 'Picker' }).click()
    await expectNoBarrier(page, 'adding a provider')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The provider is saved').waitFor()
    await page.getByText('Join as Picker').waitFor()
    await expectNoBarrier(page, 'a provider')
  })

  test('whose address the provider has not verified learns why not', async () => {
    const { page } = guest
    stand.greet('mario')
    await page.goto(`${shop.url}/office/orders`)
    const button = page.getByRole('button', { name: 'Sign in with Bottega' })
    await button.waitFor()
    await guest.look('the sign-in page')
    await button.click()
    await page.getByText('The provider has not verified your e-mail address').waitFor()
    assert.equal(page.url(), returnUri, 'no code is left in the address')
    await guest.look('not let in')
    await page.getByRole('link', { name: 'To the sign-in page' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })

  test('who is new comes in, to the page that they wanted', async () => {
    const { page } = guest
    await page.context().clearCookies()
    stand.greet('anna')
    // The provider remembers whom it let in before.
    await page.goto(`${shop.url}/office/orders`)
    await page.getByRole('button', { name: 'Sign in with Bottega' }).click()
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor()
    assert.equal(new URL(page.url()).pathname, '/office/orders')
    await owner.page.goto(`${shop.url}/office/team`)
    await owner.page.getByText('Anna Bruschi').first().waitFor()
  })
})
