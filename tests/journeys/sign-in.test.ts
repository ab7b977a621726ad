/** The ways in: password, the codes of an app, codes on paper, a passkey of the browser's virtual authenticator; and a program's key. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { codeOfApp } from '../../server/src/departments/people/testing/sign-in-browser.ts'
import { prepareShop, type LivingShop } from '../living-shop/living-shop.ts'
import { expectNoBarrier, openBrowser } from './browser.ts'

const PASSWORD = 'a-long-and-quiet-password'

let shop: LivingShop
let browser: Browser
let page: Page
let device: CDPSession
let authenticatorId = ''
let email = ''
let secret = ''
let recoveryCodes: string[] = []
/** A code is good once: each that is shown here is of a later half-minute than the one before. Two at most go without waiting. */
let shown = 0
const complaints: string[] = []

before(async () => {
  shop = await prepareShop()
  browser = await openBrowser()
  await shop.start()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  context.setDefaultTimeout(60_000)
  page = await context.newPage()
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  const made = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  authenticatorId = made.authenticatorId
})
after(async () => {
  await browser?.close()
  await shop?.remove()
})

const go = async (path: string) => {
  await page.goto(`${shop.url}/office${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

async function signOut(): Promise<void> {
  await page.getByRole('button', { name: /account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

async function typePassword(): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.locator('input[type="password"]').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Of this half-minute, or of the next, which a clock that is a little ahead would show. */
async function freshCode(): Promise<string> {
  for (;;) {
    const step = Math.floor(Date.now() / 30_000)
    const next = Math.max(step, shown + 1)
    if (next <= step + 1) {
      shown = next
      return codeOfApp(secret, new Date(next * 30_000))
    }
    await page.waitForTimeout(1000)
  }
}

const office = () => page.getByRole('button', { name: /account of/ }).waitFor()

describe('signing in', () => {
  test('an app is set up by its picture and a first code; the codes on paper are shown once', async () => {
    await page.goto(shop.activation())
    await page.locator('input[type="password"]').fill(PASSWORD)
    await page.locator('button[type="submit"]').click()
    await office()
    email = await page.evaluate(
      async () => ((await (await fetch('/api/session')).json()) as { staff: { email: string } }).staff.email,
    )
    await page.getByRole('button', { name: /account of/ }).click()
    await page.getByRole('menuitem', { name: 'Security' }).click()
    await page.getByRole('heading', { name: 'Security', level: 1 }).waitFor()
    await page.getByText('This one').waitFor()
    await page.getByRole('button', { name: 'Set up the app' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('img', { name: /Picture/ }).waitFor()
    secret = (await dialog.getByLabel('Or type this key').inputValue()).replaceAll(/\s/g, '')
    assert.match(secret, /^[A-Z2-7]{32}$/)
    await expectNoBarrier(page, 'setting up the app')
    await dialog.getByLabel('Code').fill('000000')
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await dialog.getByText('This code is not right').first().waitFor()
    await dialog.getByLabel('Code').fill(await freshCode())
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Keep these recovery codes').waitFor()
    recoveryCodes = await page.getByRole('dialog').getByRole('listitem').allInnerTexts()
    assert.equal(recoveryCodes.length, 10)
    await expectNoBarrier(page, 'recovery codes')
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('10 recovery codes are left.').waitFor()
  })

  test('then the password is followed by a code', async () => {
    await signOut()
    await typePassword()
    await page.getByRole('heading', { name: 'One more step' }).waitFor()
    await expectNoBarrier(page, 'the code')
    await page.getByLabel('Code', { exact: true }).fill('123456')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('This code is not right').first().waitFor()
    await page.getByLabel('Code', { exact: true }).fill(await freshCode())
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await office()
  })

  test('or by a code on paper, once', async () => {
    for (const opens of [true, false]) {
      await signOut()
      await typePassword()
      await page.getByRole('button', { name: 'Use a recovery code' }).click()
      await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      if (opens) await office()
      else await page.getByText('This code is not right').first().waitFor()
    }
    await page.getByLabel('Recovery code').fill(recoveryCodes[1] ?? '')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await office()
  })

  test('a passkey signs in without a password; one that the device lost does not', async () => {
    await go('/security')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Till by the door')
    await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('Till by the door').waitFor()
    await page.getByText(/not used yet/).waitFor()
    await signOut()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await office()
    await go('/security')
    await page.getByText(/used last/).waitFor()
    const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId })
    assert.equal(credentials.length, 1)
    assert.ok(credentials[0]?.isResidentCredential)
    await page.getByRole('button', { name: 'Take Till by the door away' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click()
    await page.getByText('The passkey is taken away').waitFor()
    await signOut()
    // The device still offers it; the house knows it no more.
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByText('This passkey does not open this house').waitFor()
    await device.send('WebAuthn.clearCredentials', { authenticatorId })
    await typePassword()
    await page.getByRole('heading', { name: 'One more step' }).waitFor()
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByRole('button', { name: 'Use the app' }).click()
    await page.getByLabel('Code', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(recoveryCodes[2] ?? '')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await office()
  })
})

test('a program gets a key, which is shown once, works, and is taken back', async () => {
  await go('/team/keys')
  await page.getByRole('button', { name: 'Make a key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Warehouse robot')
  await dialog.getByRole('checkbox').nth(1).check()
  await expectNoBarrier(page, 'making a key')
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  const key = await dialog.getByLabel('Key', { exact: true }).inputValue()
  assert.match(key, /^fondaco_/)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Open Warehouse robot' }).waitFor()
  const asked = async () =>
    (await fetch(`${shop.url}/api/session`, { headers: { authorization: `Bearer ${key}` } })).status
  const known = async () =>
    (await fetch(`${shop.url}/api/session/devices`, { headers: { authorization: `Bearer ${key}` } })).status
  assert.deepEqual([await asked(), await known()], [401, 403], 'known, and no person')
  await page.getByRole('button', { name: 'Open Warehouse robot' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).last().click()
  await page.getByText('The key is taken back').waitFor()
  assert.equal(await known(), 401)
})

test('every one of these screens is open to everybody', async () => {
  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    for (const path of ['/security', '/team/keys']) {
      await go(path)
      await page.waitForFunction(() => document.querySelector('main .mantine-Skeleton-root') === null)
      await expectNoBarrier(page, `${path}, ${colorScheme}, ${width} px`)
    }
  }
  assert.deepEqual(complaints, [])
})

test('while the house is away for a moment, a page that misses a file waits for it, and comes by itself', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const visitor = await context.newPage()
  const away = new Set(['words', 'house'])
  await visitor.route(/\/office\//, async (route) => {
    const request = route.request()
    const what = request.method() === 'HEAD' ? 'house' : /assets\/en-[^/]*\.js$/.test(request.url()) ? 'words' : ''
    await (away.delete(what) ? route.abort('connectionrefused') : route.continue())
  })
  await visitor.goto(`${shop.url}/office/sign-in`)
  await visitor.locator('input[type="password"]').waitFor()
  assert.deepEqual([...away], [])
  await context.close()
})
