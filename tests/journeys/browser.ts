/** A real browser, looking for barriers on every page that it comes to. */
import assert from 'node:assert/strict'
import { afterEach, type TestContext } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import chromium from '@sparticuz/chromium'
import { chromium as launcher, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

/** One process for all dies with the first context that is closed; and a graphics card that is only imagined doubles the work. */
const LEFT_OUT = /single-process|no-zygote|web-security|gpu|use-gl|angle|swiftshader/

/** What did not come over the line since the last test: told where a test fails, since what was waited for may not have come for it. */
let lost: string[] = []
afterEach((test) => {
  // `passed` is there since Node 21, and not yet in its types.
  const context = test as TestContext & { readonly passed: boolean }
  if (!context.passed) for (const one of lost) context.diagnostic(`lost: ${one}`)
  lost = []
})

/** The house listens at one of the two addresses of `localhost`; which of them a busy browser tries first is no part of a journey. */
const ONE_ADDRESS = '--host-resolver-rules=MAP localhost 127.0.0.1'

export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((each) => !LEFT_OUT.test(each))
  const browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, '--disable-gpu', '--disable-software-rasterizer', ONE_ADDRESS],
    headless: true,
  })
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    return context.on('requestfailed', (request) => void lost.push(`${request.url()}: ${request.failure()?.errorText}`))
  }
  return browser
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A tab with its own cookies, which must find no barrier, no broken script and nothing wider than the screen. */
export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('console', (message) => {
    // The browser logs each answer of 4xx itself; the pages that give one are looked at below.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  const scripts = options.javaScriptEnabled !== false
  return {
    page,
    async look(what) {
      await page.waitForLoadState()
      if (scripts) await expectNoBarrier(page, what)
      assert.deepEqual(complaints, [], `${what}: the browser complains`)
    },
    close: () => context.close(),
  }
}

export interface Tab {
  readonly page: Page
  /** Examines the page that is open now. */
  look(what: string): Promise<void>
  close(): Promise<void>
}

/** axe finds nothing, and nothing is wider than the screen. */
export async function expectNoBarrier(page: Page, what: string): Promise<void> {
  await settle(page)
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok(tooWide <= 0, `${what}: ${tooWide} px wider than the screen`)
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: RULES, resultTypes: ['violations'] })
    // Frames of other origins alone need a second tab that puts together what was found in each.
    .setLegacyMode(page.frames().length === 1)
    .analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
  assert.deepEqual(found, [], `${what}: barriers`)
}

/** A dialog that is still fading in has too little contrast for the blink of an eye: what moves and ends is waited for. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime ?? Infinity))
      .map((one) => one.finished.catch(() => undefined))
    await Promise.race([Promise.all(ending), new Promise((resolve) => setTimeout(resolve, 2000))])
  })
}
