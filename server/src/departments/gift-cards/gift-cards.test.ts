/** Gift cards as staff and shoppers meet them over HTTP: every answer, and that what is refused changes nothing. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openShop, type Shop } from '../../testing/scene.ts'
import { Shopper, wordsOf } from '../../testing/shopper.ts'
import { signLink } from '../../host/auth/links.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { codeOfCard, findCard } from './index.ts'

let house: TestHouse
let shop: Shop
let app: FastifyInstance
let owner: SignedIn

before(async () => {
  house = await createTestHouse()
  shop = await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly body: Record<string, unknown>
}

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
  headers?: object,
): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api${path}`,
    headers: { ...(headers ?? owner.headers) },
    ...(payload ? { payload } : {}),
  })
  const body = answer.body === '' ? {} : (JSON.parse(answer.body) as Record<string, unknown>)
  return { status: answer.statusCode, code: body['code'] as string | undefined, body }
}

const euros = (amount: number) => ({ amount, currency: 'EUR' })
const wish = (changes: object = {}) => ({
  market: 'it',
  amount: euros(5_000),
  recipientEmail: 'Zanetta@calle.example',
  recipientName: 'Zanetta',
  message: 'For the long wait',
  language: 'it',
  reason: 'a parcel that was late',
  ...changes,
})

async function given(changes: object = {}): Promise<string> {
  const { status, body } = await ask('POST', '/gift-cards', wish(changes))
  assert.equal(status, 201, JSON.stringify(body))
  return String(body['id'])
}

const balanceOf = async (id: string) => (await ask('GET', `/gift-cards/${id}`)).body['balance'] as { amount: number }

describe('a card that is given away', () => {
  test('is a debt, is mailed a link without its code, and is shown to staff by its end', async () => {
    const id = await given()
    await house.runJobs(['send-gift-card'])
    const { body } = await ask('GET', `/gift-cards/${id}`)
    const code = codeOfCard(house, (await findCard(house.database, id))!)!
    assert.deepEqual(
      [body['state'], body['last4'], body['recipientEmail'], body['expiresOn']],
      ['active', code.slice(-4), 'zanetta@calle.example', null],
    )
    const [mail] = await house.asOwner<{ text_body: string; subject: string }>(
      `SELECT text_body, subject FROM host.mail WHERE ref = $1`,
      [id],
    )
    assert.match(mail?.subject ?? '', /carta regalo/)
    assert.ok(!mail?.text_body.includes(code) && mail?.text_body.includes('/it/gift-cards/'))
    const held = JSON.stringify(await house.asOwner('SELECT * FROM gift_cards.card'))
    assert.ok(!held.includes(code) && !held.includes(code.replaceAll('-', '')))
    const [event] = await house.asOwner(`SELECT 1 FROM host.event WHERE name = 'gift_card.issued.v1' AND ref_id = $1`, [
      id,
    ])
    assert.ok(event)
    const { body: list } = await ask('GET', '/gift-cards?search=zanetta')
    assert.equal((list['items'] as { id: string }[]).length, 1)
    assert.ok(!JSON.stringify(list).includes(code))
    await house.expectNoBreach()
  })

  test('is refused with what cannot be, and nothing is owed for it', async () => {
    const before = (await ask('GET', '/gift-card-debts')).body
    for (const [changes, status, code] of [
      [{ market: 'nowhere' }, 404, 'gift-cards.unknown_market'],
      [{ recipientEmail: 'no address' }, 422, 'gift-cards.recipient_wrong'],
      [{ amount: { amount: 5_000, currency: 'USD' } }, 422, 'gift-cards.currency_wrong'],
      [{ amount: euros(0) }, 422, 'gift-cards.amount_wrong'],
      [{ amount: euros(100_000_001) }, 422, 'gift-cards.amount_wrong'],
    ] as const) {
      const answer = await ask('POST', '/gift-cards', wish(changes))
      assert.deepEqual([answer.status, answer.code], [status, code])
    }
    assert.deepEqual((await ask('GET', '/gift-card-debts')).body, before)
    assert.equal((await ask('GET', '/gift-cards/01920000-0000-7000-8000-000000000001')).code, 'gift-cards.not_found')
  })

  test('is blocked, adjusted, sent again and, after its last day, kept by the shop: each in the books', async () => {
    const id = await given()
    await house.runJobs(['send-gift-card'])
    const act = async (method: 'POST' | 'PUT' | 'DELETE', what: string, payload?: object) => {
      const { status, code } = await ask(method, `/gift-cards/${id}/${what}`, payload)
      return code ?? status
    }
    const reason = 'a good reason'
    assert.equal(await act('DELETE', 'block'), 'gift-cards.not_blocked')
    assert.equal(await act('PUT', 'block', { reason }), 204)
    assert.equal(await act('PUT', 'block', { reason }), 'gift-cards.blocked')
    assert.equal(await act('POST', 'mails', {}), 'gift-cards.blocked')
    assert.equal(await act('DELETE', 'block'), 204)
    assert.equal(await act('POST', 'adjustments', { amount: euros(250), reason }), 204)
    assert.equal(await act('POST', 'adjustments', { amount: euros(-5_251), reason }), 'gift-cards.below_zero')
    assert.equal(
      await act('POST', 'adjustments', { amount: { amount: 1, currency: 'USD' }, reason }),
      'gift-cards.currency_wrong',
    )
    assert.equal((await balanceOf(id)).amount, 5_250)
    assert.equal(await act('POST', 'mails', { recipientEmail: 'marco@calle.example' }), 202)
    await house.runJobs(['send-gift-card'])
    const mails = await house.asOwner<{ recipient: string }>(
      'SELECT recipient FROM host.mail WHERE ref = $1 ORDER BY 1',
      [id],
    )
    assert.deepEqual(
      mails.map(({ recipient }) => recipient),
      ['marco@calle.example', 'zanetta@calle.example'],
    )
    assert.equal(await act('POST', 'lapse', { reason }), 'gift-cards.not_expired')
    await house.asOwner(`UPDATE gift_cards.card SET expires_on = '2026-01-01' WHERE id = $1`, [id])
    assert.equal(await act('POST', 'lapse', { reason }), 204)
    assert.equal(await act('POST', 'lapse', { reason }), 'gift-cards.nothing_left')
    const movements = (await ask('GET', `/gift-cards/${id}`)).body['movements'] as {
      kind: string
      balance: { amount: number }
    }[]
    assert.deepEqual(
      movements.map(({ kind, balance }) => `${kind} ${balance.amount}`),
      ['lapsed 0', 'adjusted 5250', 'issued 5000'],
    )
    await house.asOwner(`UPDATE gift_cards.card SET cancelled_at = now() WHERE id = $1`, [id])
    assert.equal(await act('POST', 'adjustments', { amount: euros(1), reason }), 'gift-cards.cancelled')
    await house.asOwner(`UPDATE gift_cards.card SET cancelled_at = NULL WHERE id = $1`, [id])
    await house.expectNoBreach()
  })

  test('is good for as long as the rule of its market says when it is issued', async () => {
    const first = await ask('PUT', '/gift-card-rules/it', { validMonths: 24 })
    assert.deepEqual([first.status, first.body['version']], [200, 1])
    assert.equal((await ask('PUT', '/gift-card-rules/nowhere', { validMonths: 1 })).code, 'gift-cards.unknown_market')
    const { body } = await ask('GET', `/gift-cards/${await given()}`)
    assert.match(String(body['expiresOn']), /^\d{4}-\d{2}-\d{2}$/)
    const rules = (await ask('GET', '/gift-card-rules')).body['items'] as {
      market: string
      validMonths: number
      language: string
    }[]
    assert.equal(rules.find(({ market }) => market === 'it')?.validMonths, 24)
    assert.equal(rules.find(({ market }) => market === 'it')?.language, 'it', 'mails of its cards')
  })
})

describe('a code', () => {
  test('tells its balance, pays a basket, and every wrong one gets the same answer', async () => {
    const id = await given()
    const blocked = await given()
    await house.runJobs(['send-gift-card'])
    const code = codeOfCard(house, (await findCard(house.database, id))!)!
    const blockedCode = codeOfCard(house, (await findCard(house.database, blocked))!)!
    await ask('PUT', `/gift-cards/${blocked}/block`, { reason: 'lost' })
    const told = await ask('POST', '/gift-card-balances', { code: ` ${code.toLowerCase()} ` }, {})
    assert.deepEqual([told.status, told.body['balance']], [200, euros(5_000)])
    const wrong = await Promise.all(
      ['nonsense', 'ABCD-EFGH-JKMN-PQRS', blockedCode].map((one) =>
        ask('POST', '/gift-card-balances', { code: one }, {}),
      ),
    )
    assert.deepEqual(
      wrong.map(({ status, code: one }) => [status, one]),
      Array(3).fill([422, 'gift-cards.code_not_usable']),
    )

    const key = await shop.fill({ mug: 1 })
    const guest = { 'basket-token': key.token }
    const cards = `/baskets/${key.id}/gift-cards`
    const added = await ask('POST', cards, { code }, guest)
    assert.equal(added.body['cardId'], id)
    assert.equal((await ask('POST', cards, { code: blockedCode }, guest)).code, 'gift-cards.code_not_usable')
    const listed = (await ask('GET', cards, undefined, guest)).body['items'] as { available: object }[]
    assert.deepEqual(
      listed.map(({ available }) => available),
      [euros(5_000)],
    )
    assert.equal((await ask('DELETE', `${cards}/${id}`, undefined, guest)).status, 204)
    assert.deepEqual((await ask('GET', cards, undefined, guest)).body['items'], [])
    const gift = { variantId: shop.variantIds.mug, recipientEmail: 'no address' }
    assert.equal((await ask('POST', `/baskets/${key.id}/gifts`, gift, guest)).code, 'gift-cards.recipient_wrong')
    const nobody = { ...gift, recipientEmail: '   ', message: 'Auguri' }
    assert.equal((await ask('POST', `/baskets/${key.id}/gifts`, nobody, guest)).code, 'gift-cards.recipient_missing')

    const many = await Promise.all(Array.from({ length: 11 }, () => given()))
    await house.runJobs(['send-gift-card'])
    await house.asOwner(
      `INSERT INTO gift_cards.basket_card (basket_id, card_id, added_at) SELECT $1, unnest($2::uuid[]), now()`,
      [key.id, many.slice(1)],
    )
    const eleventh = codeOfCard(house, (await findCard(house.database, many[0]!))!)!
    assert.equal((await ask('POST', cards, { code: eleventh }, guest)).code, 'gift-cards.too_many_cards')
  })

  test('is guessed at no more than so often', async () => {
    const answers = []
    for (let each = 0; each < 25; each += 1) answers.push(await ask('POST', '/gift-card-balances', { code: 'X' }, {}))
    assert.ok(answers.some(({ status }) => status === 429))
  })
})

describe('in the shop, without scripts', () => {
  const hidden = (body: string, name: string) => new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(body)?.[1] ?? ''

  test('a card is shown to who has its link, tells its balance, and pays an order wholly', async () => {
    const id = await given()
    await house.runJobs(['send-gift-card'])
    const code = codeOfCard(house, (await findCard(house.database, id))!)!
    const shopper = new Shopper(app)
    const link = signLink(house.linkKey, 'gift-card', id)
    const shown = await shopper.get(`/it/gift-cards/${link}`)
    assert.equal(shown.headers['cache-control'], 'no-store')
    assert.ok(wordsOf(shown).includes(code) && wordsOf(shown).includes('For the long wait'))
    assert.equal((await shopper.get(`/it/gift-cards/${link.slice(0, -2)}xx`)).statusCode, 404)
    assert.match(wordsOf(await shopper.post('/it/gift-cards', { code })), /50,00/)
    assert.equal((await shopper.post('/it/gift-cards', { code: 'nonsense' })).statusCode, 422)

    await shopper.add('mug')
    assert.equal((await shopper.post('/it/basket/gift-cards', { add: 'nonsense' })).statusCode, 422)
    assert.equal((await shopper.post('/it/basket/gift-cards', { add: code })).statusCode, 303)
    await shopper.post('/it/basket/gift-cards', { remove: id })
    assert.equal(hidden((await shopper.get('/it/checkout')).body, 'cards'), '0')
    await shopper.post('/it/basket/gift-cards', { add: code })
    const page = await shopper.get('/it/checkout')
    assert.match(wordsOf(page), /Resta da pagare 0,00/)
    const said = Object.fromEntries(
      ['key', 'total', 'currency', 'policies', 'cards'].map((name) => [name, hidden(page.body, name)]),
    )
    assert.equal(said['cards'], said['total'])
    const buyer = {
      email: 'zanetta@calle.example',
      country: 'IT',
      name: 'Zanetta',
      street: 'Calle 1',
      postcode: '30121',
    }
    const form = { ...said, ...buyer, city: 'Venezia', region: 'VE', delivery: 'standard', act: 'order' }
    const other = await shopper.post('/it/checkout', { ...form, cards: '1' })
    assert.equal(other.statusCode, 409)
    const placed = await shopper.post('/it/checkout', form)
    assert.equal(placed.statusCode, 303)
    const pay = await shopper.get(String(placed.headers.location))
    assert.equal(pay.headers.location, String(placed.headers.location).replace('/pay', ''))
    assert.equal((await balanceOf(id)).amount, 5_000 - Number(said['total']))
    await house.expectNoBreach()

    const paid = await shopper.get(String(pay.headers.location))
    const end = `Carta regalo •••• ${code.slice(-4)}`
    assert.ok(wordsOf(paid).includes(`${end} -`), wordsOf(paid))
    assert.doesNotMatch(wordsOf(paid), /Resta da pagare|Resto pagato/)
    const [order] = (await ask('GET', '/orders?limit=1')).body['items'] as { id: string }[]
    const { items } = (await ask('GET', `/orders/${order?.id}/payments`)).body as { items: { giftCard: object }[] }
    assert.deepEqual(
      items.map(({ giftCard }) => giftCard),
      [{ id, last4: code.slice(-4) }],
    )
    const { body: related } = await ask('GET', `/records/order/${order?.id}/related`)
    assert.match(JSON.stringify(related), new RegExp(`"type":"payment"[^}]*"title":"•••• ${code.slice(-4)}"`))

    const left = 5_000 - Number(said['total'])
    await shopper.add('mug', 3)
    await shopper.post('/it/basket/gift-cards', { add: code })
    const more = await shopper.get('/it/checkout')
    const next = ['key', 'total', 'currency', 'policies', 'cards'].map((name) => [name, hidden(more.body, name)])
    const waiting = await shopper.post('/it/checkout', { ...form, ...Object.fromEntries(next) })
    const itsPage = wordsOf(await shopper.get(String(waiting.headers.location).replace('/pay', '')))
    const euro = (amount: number) => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')} €`
    const total = Number(hidden(more.body, 'total'))
    assert.ok(total > left && left > 0)
    assert.ok(itsPage.includes(`${end} -${euro(left)} Resta da pagare ${euro(total - left)}`), itsPage)
  })
})

test('what is owed is told by currency and age, and the books say the same', async () => {
  const { items } = (await ask('GET', '/gift-card-debts')).body as {
    items: {
      currency: string
      balance: { amount: number }
      ledger: { amount: number }
      ages: Record<string, { amount: number }>
    }[]
  }
  const [euro] = items
  assert.ok(euro && euro.balance.amount > 0)
  assert.equal(euro.ledger.amount, euro.balance.amount)
  assert.equal(
    Object.values(euro.ages).reduce((all, { amount }) => all + amount, 0),
    euro.balance.amount,
  )
})
