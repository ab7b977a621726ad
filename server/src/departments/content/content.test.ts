/** Mail templates as staff meet them over HTTP, and what goes out to customers by them. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { locales } from '../../host/i18n/locales.ts'
import { findProblem } from '../../host/mail/check-template.ts'
import { houseTemplate } from '../../host/mail/house-template.ts'
import { wordOfKind } from '../../host/mail/mail-kind.ts'
import { offerOf, isCommon } from '../../host/mail/offer.ts'
import { composeLetter } from '../../host/mail/write-mail.ts'
import { ok } from '../../kernel/result.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let house: TestHouse
let shop: Shop
let app: FastifyInstance
let owner: SignedIn

before(async () => {
  house = await createTestHouse()
  shop = await openShop(house, { stock: { mug: 100 } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

interface Asked {
  readonly body?: object
  readonly seen?: number
  readonly as?: SignedIn
}

async function ask(method: 'GET' | 'POST' | 'PUT', path: string, { body, seen, as = owner }: Asked = {}) {
  const headers = { ...as.headers, ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }) }
  const answer = await app.inject({
    method,
    url: `/api/mail-templates${path}`,
    headers,
    ...(body && { payload: body }),
  })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}

const CONFIRMATION = '/order-confirmation/it/-'
const IN_ITALY = '/order-confirmation/it/it'

interface Block {
  readonly type: string
  readonly text?: string
  readonly value?: string
}

/** What goes out now, with another first sentence. */
async function worded(path: string, words: string) {
  const { body } = await ask('GET', path)
  const content = body.content as { subject: string; preheader: string; blocks: Block[] }
  return { ...content, subject: `${words} {shop}`, blocks: [{ type: 'paragraph', text: words }, ...content.blocks] }
}

const save = async (path: string, words: string, seen: number) =>
  ask('PUT', path, { body: { content: await worded(path, words), reason: `to say ${words}` }, seen })

let paid = 0
/** A paid order of somebody in Italy, and the mail that confirms it. */
async function confirmed(locale = 'it', name = 'Mirandolina <b>x</b>') {
  paid += 1
  const { id } = must(await shop.place(await shop.fill({ mug: 1 })))
  await house.asOwner(
    `UPDATE orders.sales_order SET state = 'paid', paid_at = placed_at, locale = $2, name = $3 WHERE id = $1`,
    [id, locale, name],
  )
  await house.run(async (ctx) => {
    ctx.enqueue({ kind: 'order-confirmation', ref: id, dedupKey: `test ${paid}`, payload: {} })
    return ok()
  })
  await house.runJobs(['order-confirmation'])
  const [mail] = await house.asOwner<{
    subject: string
    text_body: string
    html_body: string
    locale: string
    market: string
    template_version: number | null
  }>(`SELECT * FROM host.mail WHERE ref = $1`, [id])
  assert.ok(mail)
  return { id, mail }
}

describe('every kind of mail of the house', () => {
  test('has words of its own, can be sent as it is, and renders in four languages with what it states', async () => {
    const kinds = [...(house.ports?.mails?.kinds.values() ?? [])]
    assert.ok(kinds.length >= 5, 'the house sends mails')
    for (const kind of kinds) {
      const words = `${kind.department}.mails.${wordOfKind(kind.kind)}`
      const own = Object.keys(offerOf(kind)).filter((name) => !isCommon(name))
      for (const key of [`${words}.label`, `${words}.hint`, ...own.map((name) => `${words}.values.${name}`)])
        assert.ok(house.translations.has(key), `${key} has no words`)
      for (const locale of locales) {
        const template = houseTemplate(kind, house.translations, locale)
        assert.equal(findProblem(kind, template), undefined, `${kind.kind} in ${locale}`)
        const values = kind.sample(locale, house.translations.for(locale))
        const letter = await composeLetter(house.database, house, { locale, market: 'it', template, values })
        for (const part of [letter.subject, letter.text, letter.html]) {
          assert.ok(part.length > 10, `${kind.kind} in ${locale} is empty`)
          const leftOver = new RegExp(`\\{(?:${Object.keys(offerOf(kind)).join('|')})\\}|${kind.words}\\.`).exec(part)
          assert.equal(leftOver, null, `${kind.kind} in ${locale} says ${leftOver?.[0]}`)
        }
        if (kind.audience === 'customer') assert.match(letter.text, /Bottega Laguna S\.r\.l\./)
      }
    }
  })
})

describe('a template', () => {
  test('is written for a language, then for a market in it; others keep the house’s words', async () => {
    const before = await confirmed()
    assert.equal(before.mail.template_version, null)
    assert.deepEqual((await save(CONFIRMATION, 'Evviva', 0)).body, { version: 1 })
    const general = await confirmed()
    assert.match(general.mail.subject, /^Evviva Test$/)
    assert.match(general.mail.text_body, /^Evviva\n\n/)
    assert.deepEqual((await ask('GET', IN_ITALY)).body.source, 'language')
    assert.equal((await save(IN_ITALY, 'In Italia', 0)).status, 200)
    const { mail } = await confirmed()
    assert.deepEqual([mail.subject, mail.locale, mail.market, mail.template_version], ['In Italia Test', 'it', 'it', 1])
    assert.match((await confirmed('en')).mail.subject, /^Your order/)
    assert.ok(mail.html_body.includes('Mirandolina &lt;b&gt;x') && !mail.html_body.includes('<b>x'), 'escaped')
    const listed = (await ask('GET', '')).body.items.find((one: { kind: string }) => one.kind === 'order-confirmation')
    assert.deepEqual(
      listed.templates.map((one: Record<string, unknown>) => [
        one['locale'],
        one['market'],
        one['version'],
        one['isUsable'],
      ]),
      [
        ['it', null, 1, true],
        ['it', 'it', 1, true],
      ],
    )
  })

  test('keeps every version with who and why; an earlier one comes back as a new one, and what was sent stays', async () => {
    assert.equal((await save(IN_ITALY, 'Di nuovo', 1)).status, 200)
    const { id } = await confirmed()
    const back = await ask('POST', `${IN_ITALY}/restoration`, {
      body: { version: 1, reason: 'it was better' },
      seen: 2,
    })
    assert.deepEqual(back.body, { version: 3 })
    const { body } = await ask('GET', IN_ITALY)
    assert.deepEqual(
      body.versions.map((one: Record<string, unknown>) => [one['version'], one['reason']]),
      [
        [3, 'it was better'],
        [2, 'to say Di nuovo'],
        [1, 'to say In Italia'],
      ],
    )
    assert.equal(body.versions[0].savedBy.id, owner.id)
    assert.deepEqual(body.versions[0].content, body.versions[2].content)
    const [sent] = await house.asOwner<{ template_version: number }>(
      'SELECT template_version FROM host.mail WHERE ref = $1',
      [id],
    )
    assert.equal(sent?.template_version, 2)
    const [kept] = await house.asOwner<{ id: string }>('SELECT id FROM host.mail WHERE ref = $1', [id])
    const page = await app.inject({
      url: `/api/mails/${kept?.id}`,
      headers: { ...owner.headers, 'accept-language': 'it' },
    })
    const made = { kind: 'order-confirmation', label: 'Conferma d’ordine', locale: 'it', market: 'it', version: 2 }
    assert.deepEqual(page.json().made, made)
    const order = await app.inject({
      url: `/api/records/order/${id}/related`,
      headers: { ...owner.headers, 'accept-language': 'it' },
    })
    assert.match(order.body, /parole proprie, versione 2/)
    const none = await ask('POST', `${IN_ITALY}/restoration`, { body: { version: 9, reason: '' }, seen: 3 })
    assert.equal(none.body.code, 'content.version_not_found')
    const [trail] = await house.asOwner<{ n: string }>(
      `SELECT count(*) AS n FROM host.audit WHERE object_type = 'mail_template' AND reason = 'it was better'`,
    )
    assert.equal(Number(trail?.n), 1)
  })

  test('gives way to the house’s own words again, once', async () => {
    const reset = (seen: number) =>
      ask('POST', `${IN_ITALY}/restoration`, { body: { version: null, reason: 'start over' }, seen })
    assert.deepEqual((await reset(3)).body, { version: 4 })
    assert.equal((await reset(4)).body.code, 'content.nothing_to_reset')
    assert.match((await confirmed()).mail.subject, /^Evviva/, 'the language’s own is next')
  })

  test('of two people who write at once, the second is told', async () => {
    const path = '/gift-card/en/-'
    const both = await Promise.all([save(path, 'One', 0), save(path, 'Two', 0)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
    const [{ n } = { n: 0 }] = await house.asOwner<{ n: number }>(
      `SELECT count(*)::int AS n FROM host.mail_template WHERE kind = 'gift-card'`,
    )
    assert.equal(n, 1)
    assert.equal((await save(path, 'Three', 0)).body.code, 'host.version_conflict')
  })

  test('that cannot be sent is refused with where and what to do, and nothing changes', async () => {
    const { body: there } = await ask('GET', CONFIRMATION)
    const content = there.content as { subject: string; preheader: string; blocks: Block[] }
    const without = (value: string) => content.blocks.filter((block) => block.value !== value)
    const cases: [object, string, string][] = [
      [{ ...content, subject: ' ' }, 'content.subject_missing', 'subject'],
      [{ ...content, subject: 'For {nobody}' }, 'content.value_unknown', 'subject'],
      [{ ...content, preheader: '{lines}' }, 'content.value_misplaced', 'preheader'],
      [
        { ...content, blocks: [{ type: 'paragraph', text: ' ' }, ...content.blocks] },
        'content.text_missing',
        'blocks.0.text',
      ],
      [{ ...content, subject: 'x'.repeat(201) }, 'content.too_long', 'subject'],
      [
        { ...content, blocks: Array.from({ length: 41 }, () => ({ type: 'divider' })) },
        'content.too_many_blocks',
        'blocks',
      ],
      [{ ...content, blocks: without('terms') }, 'content.value_required', 'blocks'],
      [{ ...content, blocks: without('seller') }, 'content.value_required', 'blocks'],
      [{ ...content, blocks: without('link') }, 'content.value_required', 'blocks'],
    ]
    for (const [wish, code, field] of cases) {
      const answer = await ask('PUT', CONFIRMATION, { body: { content: wish, reason: '' }, seen: 1 })
      assert.deepEqual(
        [answer.status, answer.body.code, answer.body.errors?.[0]?.field ?? answer.body.field],
        [422, code, field],
      )
      assert.ok(
        String(answer.body.detail ?? answer.body.title).length > 10 && !String(answer.body.title).includes('content.'),
      )
    }
    assert.equal((await ask('GET', CONFIRMATION)).body.version, 1)
    assert.equal((await ask('GET', '/no-such-mail/it/-')).body.code, 'content.mail_kind_not_found')
    assert.equal((await ask('GET', '/order-confirmation/it/mars')).body.code, 'content.market_not_found')
  })

  test('that a newer house no longer understands is passed over, and shown as such', async () => {
    const path = '/account-known/it/-'
    assert.equal((await save(path, 'Ciao', 0)).status, 200)
    await house.asOwner(
      `UPDATE host.mail_template_version v SET content = jsonb_set(content, '{subject}', '"{gone}"')
       FROM host.mail_template t WHERE t.id = v.template_id AND t.kind = 'account-known'`,
    )
    const { body } = await ask('GET', path)
    assert.deepEqual([body.source, body.version], ['house', 1])
    const listed = (await ask('GET', '')).body.items.find((one: { kind: string }) => one.kind === 'account-known')
    assert.deepEqual(
      listed.templates.map((one: { isUsable: boolean }) => one.isUsable),
      [false],
    )
  })
})

describe('looking at it', () => {
  test('shows a real order without its secret link, or stated values to who may not see orders', async () => {
    const { id } = await confirmed('it', 'Anzoleto')
    const [{ number } = { number: '' }] = await house.asOwner<{ number: string }>(
      'SELECT number::text FROM orders.sales_order WHERE id = $1',
      [id],
    )
    const content = await worded(CONFIRMATION, 'Guarda')
    const look = (body: object, as = owner) =>
      ask('POST', `${CONFIRMATION}/preview`, { body: { content, ...body }, as })
    const latest = await look({})
    assert.equal(latest.body.example, number)
    assert.match(latest.body.text, /Anzoleto/)
    assert.doesNotMatch(latest.body.text, /\/orders\//)
    assert.equal((await look({ number })).body.example, number)
    assert.equal((await look({ number: '1' })).body.code, 'content.example_not_found')
    const donors = await signedInAs(house, 'donor_officer')
    const sample = await look({}, donors)
    assert.deepEqual([sample.body.example, /Anzoleto/.test(sample.body.text)], [null, false])
    assert.equal((await look({ number }, donors)).body.code, 'content.example_not_found')
  })

  test('goes as a trial to the caller’s own address, and to nobody without the right', async () => {
    const content = await worded(CONFIRMATION, 'Prova')
    const sent = await ask('POST', `${CONFIRMATION}/test-mail`, { body: { content } })
    assert.equal(sent.status, 202)
    const mails = await house.asOwner<{ recipient: string; subject: string }>(
      `SELECT recipient, subject FROM host.mail WHERE dedup_key LIKE 'mail-test %'`,
    )
    assert.deepEqual(
      mails.map(({ recipient, subject }) => [recipient, subject.slice(0, 13)]),
      [[sent.body.recipient, '[Prova] Prova']],
    )
    const reader = await signedInAs(house, 'auditor')
    assert.equal((await ask('POST', `${CONFIRMATION}/test-mail`, { body: { content }, as: reader })).status, 403)
    assert.equal((await ask('PUT', CONFIRMATION, { body: { content, reason: '' }, seen: 1, as: reader })).status, 403)
  })
})
