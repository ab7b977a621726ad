/** The boxes of the checkout, without scripts: asked of guests and of who is signed in, kept with the order, and never in its way. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { createPurpose, recordConsents, recordCustomer } from '../../departments/customers/index.ts'
import { openSession } from '../../host/auth/sessions.ts'
import { CUSTOMER_COOKIE } from '../../host/http/cookies.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { ok } from '../../kernel/result.ts'
import { createTestServer } from '../../testing/create-test-server.ts'
import { must, openShop } from '../../testing/scene.ts'
import { Shopper, wordsOf } from '../../testing/shopper.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let house: TestHouse
let app: FastifyInstance
before(async () => {
  house = await createTestHouse({ clock: { now: () => new Date('2026-11-22T10:00:00Z') } })
  await openShop(house, { stock: { mug: 100 } })
  app = await createTestServer(house)
  const purpose = {
    channel: 'email' as const,
    markets: [],
    askedAt: ['checkout' as const],
    confirmed: false,
    softOptIn: false,
    retired: false,
  }
  const texts = { en: 'Write to me about news.', it: 'Scrivetemi delle novità.' }
  const told = { en: 'We write about similar goods.' }
  await house.run(async (ctx) => {
    must(await createPurpose(ctx, { ...purpose, code: 'news', names: { en: 'News' }, texts, position: 0 }))
    const similar = { ...purpose, code: 'similar', names: { en: 'Similar' }, texts: told, softOptIn: true, position: 1 }
    must(await createPurpose(ctx, similar))
    const elsewhere = {
      ...purpose,
      code: 'elsewhere',
      names: { en: 'Elsewhere' },
      texts: { en: 'Not here.' },
      position: 2,
    }
    must(await createPurpose(ctx, { ...elsewhere, markets: ['nowhere'] }))
    return ok()
  })
})

const hidden = (page: LightMyRequestResponse, name: string) =>
  new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(page.body.replaceAll(/\s+/g, ' '))?.[1] ?? ''
const boxOf = (page: LightMyRequestResponse, name: string) =>
  new RegExp(`<input[^>]*name="${name.replace('.', '\\.')}"[^>]*>`).exec(page.body)?.[0] ?? ''

/** What the form of a checkout sends that was filled in by somebody in Italy. */
function filled(page: LightMyRequestResponse, email: string): Record<string, string> {
  const carried = ['key', 'total', 'currency', 'today', 'cards', 'policies', 'mark'].map((name) => [
    name,
    hidden(page, name),
  ])
  return {
    ...(Object.fromEntries(carried) as Record<string, string>),
    ...{ email, country: 'IT', name: 'Zanetta', street: 'Calle 1', postcode: '30121', city: 'Venezia', region: 'VE' },
    ...{ delivery: 'standard', act: 'order' },
  }
}

const ledgerOf = (email: string) =>
  house.asOwner<{
    purpose: string
    act: string
    how: string
    wording: number
    locale: string
    network: string
    proof: string
  }>(
    `SELECT p.code AS purpose, r.act, r.how, r.wording, r.locale, r.network, r.proof FROM customers.consent_record r
     JOIN customers.consent c ON c.id = r.consent_id JOIN customers.customer u ON u.id = c.customer_id
     JOIN customers.consent_purpose p ON p.id = c.purpose_id WHERE u.email = $1 ORDER BY p.position, r.number`,
    [email],
  )

async function atCheckout(shopper = new Shopper(app)) {
  await shopper.add('mug')
  return { shopper, page: await shopper.get('/it/checkout') }
}

describe('the checkout', () => {
  test('asks in its own step, nothing ticked, in the market’s purposes alone', async () => {
    const { page } = await atCheckout()
    const words = wordsOf(page)
    assert.match(words, /Che cosa possiamo inviarti/)
    assert.match(words, /Scrivetemi delle novità\./)
    assert.match(words, /We write about similar goods\. No, grazie: non inviatemelo\./)
    assert.ok(!words.includes('Not here.'))
    for (const name of ['agree.news', 'object.similar']) {
      assert.ok(boxOf(page, name) !== '' && !boxOf(page, name).includes('checked'), name)
    }
    assert.match(page.body, /<span lang="en">We write/)
  })

  test('keeps what was ticked when the page comes back, and records it once with the order', async () => {
    const { shopper, page } = await atCheckout()
    const fields = { ...filled(page, 'zanetta@village.example'), 'agree.news': '1' }
    const back = await shopper.post('/it/checkout', { ...fields, name: '' })
    assert.equal(back.statusCode, 422)
    assert.match(boxOf(back, 'agree.news'), /checked/)
    assert.ok(!boxOf(back, 'object.similar').includes('checked'))
    assert.deepEqual(await ledgerOf('zanetta@village.example'), [])
    const placed = await shopper.post('/it/checkout', fields)
    assert.equal(placed.statusCode, 303, wordsOf(placed))
    await shopper.post('/it/checkout', fields)
    const [order] = await house.asOwner<{ number: string }>(
      `SELECT number::text FROM orders.sales_order WHERE email = 'zanetta@village.example'`,
    )
    const kept = {
      act: 'given',
      how: 'checkout',
      wording: 1,
      locale: 'it',
      network: '127.0.0.0/24',
      proof: order?.number,
    }
    assert.deepEqual(await ledgerOf('zanetta@village.example'), [{ purpose: 'news', ...kept }])
  })

  test('who ticks nothing orders the same, and nothing is recorded; an objection is', async () => {
    const { shopper, page } = await atCheckout()
    const placed = await shopper.post('/it/checkout', filled(page, 'quiet@village.example'))
    assert.match(String(placed.headers.location), /^\/it\/(orders|pay)|payment/)
    assert.deepEqual(await ledgerOf('quiet@village.example'), [])
    const other = await atCheckout()
    await other.shopper.post('/it/checkout', { ...filled(other.page, 'no@village.example'), 'object.similar': '1' })
    assert.deepEqual(
      (await ledgerOf('no@village.example')).map(({ purpose, act, locale }) => [purpose, act, locale]),
      [['similar', 'withdrawn', 'en']],
    )
  })

  test('an order never fails for a box: what nobody asks, or never asked in these words, is passed over', async () => {
    const { shopper, page } = await atCheckout()
    const forged = {
      'agree.never': '1',
      'agree.news': '77',
      'agree.elsewhere': '1',
      'agree.': 'x',
      'object.similar': '0x1',
    }
    const placed = await shopper.post('/it/checkout', { ...filled(page, 'forger@village.example'), ...forged })
    assert.equal(placed.statusCode, 303)
    assert.deepEqual(await ledgerOf('forger@village.example'), [])
  })

  test('a stranger’s tick for an address with an account waits for its owner; the owner is asked until they gave it', async () => {
    const email = 'owner@village.example'
    const token = must(
      await house.run(async (ctx) => {
        const id = await recordCustomer(ctx, { email, name: 'Ada', locale: 'it' })
        return ok(openSession(ctx, { kind: 'customer', id }))
      }),
    )
    await house.asOwner(`UPDATE customers.customer SET password_hash = 'x' WHERE email = $1`, [email])
    const stranger = await atCheckout()
    await stranger.shopper.post('/it/checkout', { ...filled(stranger.page, email), 'agree.news': '1' })
    assert.deepEqual(
      (await ledgerOf(email)).map(({ act }) => act),
      ['claimed'],
    )
    const ada = new Shopper(app)
    ada.cookies.set(CUSTOMER_COOKIE, token)
    const { page } = await atCheckout(ada)
    assert.notEqual(boxOf(page, 'agree.news'), '')
    await ada.post('/it/checkout', { ...filled(page, email), 'agree.news': '1' })
    assert.deepEqual(
      (await ledgerOf(email)).map(({ act }) => act),
      ['claimed', 'given'],
    )
    const { page: again } = await atCheckout(ada)
    assert.equal(boxOf(again, 'agree.news'), '')
  })
})

describe('what is withdrawn while an order is placed', () => {
  test('the order never fails, and ledger and kept state agree, whoever comes first', async () => {
    const buyers = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const email = `racer-${at}@village.example`
        const { id, token } = must(
          await house.run(async (ctx) => {
            const id = await recordCustomer(ctx, { email, name: 'Ada', locale: 'it' })
            return ok({ id, token: openSession(ctx, { kind: 'customer', id }) })
          }),
        )
        const shopper = new Shopper(app)
        shopper.cookies.set(CUSTOMER_COOKIE, token)
        const { page } = await atCheckout(shopper)
        return { email, id, shopper, page }
      }),
    )
    const say = (customerId: string, give: boolean) =>
      house.run((ctx) =>
        recordConsents(ctx, {
          customerId,
          wishes: [{ purpose: 'news', give }],
          how: 'link',
          locale: 'it',
          proved: true,
        }),
      )
    await Promise.all(
      buyers.map(async ({ id, email, shopper, page }) => {
        const [placed, ...said] = await Promise.all([
          shopper.post('/it/checkout', { ...filled(page, email), 'agree.news': '1' }),
          ...[false, true, false].map((give) => say(id, give)),
        ])
        assert.equal(placed.statusCode, 303, wordsOf(placed))
        for (const one of said) assert.ok(one.ok)
      }),
    )
    for (const { email } of buyers) {
      const acts = (await ledgerOf(email)).map(({ act }) => act)
      assert.ok(acts.length > 0 && acts.every((act, at) => act !== acts[at - 1]), acts.join(' '))
      const [{ state } = { state: '' }] = await house.asOwner<{ state: string }>(
        `SELECT c.state FROM customers.consent c JOIN customers.customer u ON u.id = c.customer_id WHERE u.email = $1`,
        [email],
      )
      assert.equal(state, acts.at(-1))
    }
    // J1 and A4 are not asked: this house has no worker, and its clock stands still.
    const { breaches } = await findBreaches(house.ownerUrl)
    assert.deepEqual(
      breaches.filter(({ name }) => !/^(?:J1|A4) /.test(name)),
      [],
    )
  })
})

describe('the confirmation of an order', () => {
  async function confirmationOf(change: string): Promise<string> {
    const email = `confirmed-${change.length}@village.example`
    const { shopper, page } = await atCheckout()
    await shopper.post('/it/checkout', filled(page, email))
    const [order] = await house.asOwner<{ id: string }>(`SELECT id FROM orders.sales_order WHERE email = $1`, [email])
    await house.asOwner(`UPDATE orders.sales_order SET paid_at = placed_at ${change} WHERE id = $1`, [order?.id])
    await house.run(async (ctx) => {
      ctx.enqueue({ kind: 'order-confirmation', ref: order?.id ?? '', dedupKey: `test ${email}`, payload: {} })
      return ok()
    })
    await house.runJobs(['order-confirmation'])
    const [mail] = await house.asOwner<{ text: string }>(`SELECT text_body AS text FROM host.mail WHERE ref = $1`, [
      order?.id,
    ])
    return mail?.text ?? ''
  }

  test('leads to what the shop may send them, without signing in', async () => {
    const text = await confirmationOf('')
    const url = /Scegli che cosa possiamo inviarti: (\S+)/.exec(text)?.[1]
    assert.ok(url, text)
    const page = await new Shopper(app).get(new URL(url).pathname)
    assert.match(wordsOf(page), /Per c•••@village\.example/)
  })

  test('has no such link where it goes to another address than the customer’s', async () => {
    const text = await confirmationOf(", email = 'assistant@village.example'")
    assert.match(text, /Grazie/)
    assert.ok(!text.includes('/consents/'), text)
  })
})
