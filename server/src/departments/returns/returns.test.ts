/** Withdrawals as buyers state them in the shop and staff find them in the office. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { signLink } from '../../host/auth/links.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { moveParcel, packOrder } from '../fulfilment/index.ts'
import { lockOrder, payOrder } from '../orders/index.ts'

let house: TestHouse
let shop: Shop
let app: FastifyInstance
let agent: SignedIn

before(async () => {
  house = await createTestHouse()
  shop = await openShop(house)
  app = await createTestServer(house)
  agent = await signedInAs(house, 'care_agent')
})

const EMAIL = 'zanetta@calle.example'

async function paid(): Promise<{ id: string; number: string }> {
  const { id, number } = must(await shop.place(await shop.fill({ mug: 2, book: 1 }), { email: EMAIL }))
  await house.run(async (ctx) => {
    const order = must(await lockOrder(ctx, id))
    return payOrder(ctx, order, order.contentHash)
  })
  return { id, number }
}

const get = async (path: string) => (await app.inject({ url: path })).body
const send = (path: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

const keyIn = (html: string) => /name="formKey" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? assert.fail('no key')

async function stated(changes: Record<string, string> = {}) {
  const formKey = keyIn(await get('/en/withdraw'))
  const fields = { name: 'Zanetta', order: '424242', email: EMAIL, goods: '', link: '', formKey, ...changes }
  return { fields, answer: await send('/en/withdraw/confirmation', fields) }
}

const ask = (method: 'GET' | 'POST', path: string, payload?: object) =>
  app.inject({ method, url: `/api${path}`, headers: agent.headers, ...(payload ? { payload } : {}) })

async function kept(formKey: string) {
  return house.asOwner<{ id: string; order_id: string | null; state: string }>(
    'SELECT id, order_id, state FROM returns.withdrawal WHERE form_key = $1',
    [formKey],
  )
}

describe('in the shop', () => {
  test('the way to it stands at the foot of pages, and on the page of a paid order with what is known', async () => {
    assert.match(await get('/en'), /href="\/en\/withdraw"[^>]*>Withdraw from contract here</)
    assert.match(await get('/it/accessibility'), /href="\/it\/withdraw"/)
    const { id, number } = await paid()
    const token = signLink(house.linkKey, 'order', id)
    const page = await get(`/en/orders/${token}`)
    assert.ok(page.includes(`/en/withdraw?order=${token}`), 'from the order')
    const form = await get(`/en/withdraw?order=${token}`)
    assert.ok(form.includes(`value="${number}"`) && form.includes(`value="${EMAIL}"`))
    assert.ok(!(await get('/en/withdraw?order=forged')).includes(EMAIL))
  })

  test('two steps: nothing is stated by the first, what lacks is said beside its field', async () => {
    const formKey = keyIn(await get('/en/withdraw'))
    const lacking = await send('/en/withdraw', { formKey, name: '', order: '', email: 'no', goods: '' })
    assert.equal(lacking.statusCode, 422)
    for (const name of ['name', 'order', 'email']) assert.ok(lacking.body.includes(`id="field-${name}-problem"`), name)
    const typed = { formKey, name: 'Zan <b>etta', order: '424242', email: EMAIL, goods: 'The mug' }
    const second = await send('/en/withdraw', typed)
    assert.equal(second.statusCode, 200)
    assert.match(second.body, />\s*Confirm withdrawal\s*</)
    assert.ok(second.body.includes('Zan &lt;b&gt;etta') && !second.body.includes('Zan <b>'))
    assert.deepEqual(await kept(formKey), [])
    const back = await send('/en/withdraw', { ...typed, back: '1' })
    assert.ok(back.body.includes('The mug'))
  })

  test('confirmed it is kept with its instant, acknowledged at once and by mail, once however often it is pressed', async () => {
    const { id, number } = await paid()
    const formKey = keyIn(await get('/en/withdraw'))
    const fields = {
      formKey,
      name: 'Zanetta',
      order: `#${number}`,
      email: EMAIL.toUpperCase(),
      goods: 'One mug',
      link: '',
    }
    const answers = await Promise.all([1, 2].map(() => send('/en/withdraw/confirmation', fields)))
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [200, 200],
    )
    const [one, ...more] = await kept(formKey)
    assert.deepEqual([one?.order_id, one?.state, more.length], [id, 'received', 0])
    const numbers = new Set(answers.map(({ body }) => /W-\d+/.exec(body)?.[0]))
    assert.equal(numbers.size, 1)
    await house.runJobs(['acknowledge-withdrawal'])
    const mails = await house.asOwner<{ recipient: string; text_body: string; subject: string }>(
      'SELECT recipient, text_body, subject FROM host.mail WHERE ref = $1',
      [one?.id],
    )
    assert.deepEqual(
      mails.map(({ recipient }) => recipient),
      [EMAIL],
    )
    const said = `${mails[0]?.subject} ${mails[0]?.text_body}`
    for (const words of [[...numbers][0], number, 'Zanetta', 'One mug']) assert.ok(said.includes(words ?? '?'), words)
    assert.match(said, /\d{1,2}:\d{2}/, 'with the time')
  })

  test('who guesses learns nothing: an unknown order, and one of somebody else, get the same answer', async () => {
    const { id, number } = await paid()
    const unknown = await stated({ order: '999999999' })
    const foreign = await stated({ order: number, email: 'curious@calle.example' })
    const plain = ({ body }: { body: string }) =>
      body
        .replaceAll(/W-\d+/g, 'W')
        .replaceAll(/\d{1,2}:\d{2}[^<]*/g, '')
        .replaceAll(number, 'N')
        .replaceAll('999999999', 'N')
        .replaceAll('curious@calle.example', EMAIL)
        .replaceAll(/nonce-[^']*|\?v=\w+/g, '')
    assert.equal(unknown.answer.statusCode, 200)
    assert.equal(plain(foreign.answer), plain(unknown.answer))
    for (const { fields } of [unknown, foreign]) assert.equal((await kept(fields.formKey))[0]?.order_id, null)
    const linked = await stated({
      order: number,
      email: 'other@calle.example',
      link: signLink(house.linkKey, 'order', id),
    })
    assert.equal((await kept(linked.fields.formKey))[0]?.order_id, id, 'the order’s own link is enough')
    const forged = await stated({ order: number, email: 'other@calle.example', link: `${'x'.repeat(40)}` })
    assert.equal((await kept(forged.fields.formKey))[0]?.order_id, null)
  })

  test('what lacks is refused by the second step, too, and nothing is kept', async () => {
    const { fields, answer } = await stated({ email: 'nowhere' })
    assert.equal(answer.statusCode, 422)
    assert.deepEqual(await kept(fields.formKey), [])
  })
})

describe('in the office', () => {
  test('it says whether it came in time, what would go back, and is decided for a reason', async () => {
    const { id, number } = await paid()
    const { fields } = await stated({ order: number })
    const withdrawal = (await kept(fields.formKey))[0]?.id ?? assert.fail()
    const before = (await ask('GET', `/withdrawals/${withdrawal}`)).json()
    assert.deepEqual([before.assessment.timeliness, before.assessment.lastDay], ['before_arrival', null])
    assert.equal(before.assessment.goods.amount, 2 * 1_490 + 2_200)
    assert.equal(before.assessment.informed, false, 'this shop has published no terms')
    const parcel = must(await house.run((ctx) => packOrder(ctx, { orderId: id, ship: true })))
    must(await house.run((ctx) => moveParcel(ctx, { parcelId: parcel.id, act: 'deliver' })))
    const after = (await ask('GET', `/withdrawals/${withdrawal}`)).json()
    assert.equal(after.assessment.timeliness, 'in_time')
    assert.ok(after.assessment.lastDay > after.refundBy)
    const decide = async (decision: string, note?: string) => {
      const answer = await ask('POST', `/withdrawals/${withdrawal}/decisions`, { decision, ...(note ? { note } : {}) })
      return answer.json().code ?? answer.json().state
    }
    assert.equal(await decide('close'), 'returns.not_possible')
    assert.equal(await decide('refuse'), 'returns.note_missing')
    assert.equal(await decide('refuse', 'a mistake of ours'), 'refused')
    assert.equal(await decide('accept'), 'accepted')
    assert.equal(await decide('close', 'money is back'), 'closed')
    assert.equal(await decide('accept'), 'returns.not_possible')
    const { items } = (await ask('GET', `/withdrawals?search=${number}`)).json()
    assert.deepEqual(
      items.map((one: { id: string; state: string }) => [one.id, one.state]),
      [[withdrawal, 'closed']],
    )
    const none = '01920000-0000-7000-8000-000000000001'
    assert.equal((await ask('GET', `/withdrawals/${none}`)).json().code, 'returns.not_found')
    const related = (await ask('GET', `/records/order/${id}/related`)).json()
    assert.ok(JSON.stringify(related).includes(withdrawal))
  })
})

describe('what follows', () => {
  const mailsOf = async (ref: string) => {
    await house.runJobs(['acknowledge-withdrawal', 'tell-withdrawal-decision'])
    return house.asOwner<{ kind: string; body: string }>(
      "SELECT split_part(dedup_key, ' ', 1) AS kind, text_body AS body FROM host.mail WHERE ref = $1 ORDER BY id",
      [ref],
    )
  }
  const post = async (path: string, body: object) => {
    const answer = await ask('POST', path, body)
    return answer.statusCode === 204 ? 'ok' : (answer.json().code ?? answer.json().state)
  }
  const assessmentOf = async (id: string) => (await ask('GET', `/withdrawals/${id}`)).json().assessment

  test('somebody is asked to decide by the day for the money, once; who withdrew is told of each decision', async () => {
    const { id, number } = await paid()
    const parcel = must(await house.run((ctx) => packOrder(ctx, { orderId: id, ship: true })))
    must(await house.run((ctx) => moveParcel(ctx, { parcelId: parcel.id, act: 'deliver' })))
    const { fields } = await stated({ order: number })
    const withdrawal = (await kept(fields.formKey))[0]?.id ?? assert.fail()
    const at = `/withdrawals/${withdrawal}`
    for (let twice = 0; twice < 2; twice++) await mailsOf(withdrawal)
    const todos = () =>
      house.asOwner<{ title: string; state: string; on: string; due: string }>(
        `SELECT t.title, t.state, to_char(t.due_at AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS on, w.refund_by::text AS due
         FROM work.todo t JOIN returns.withdrawal w ON w.todo_id = t.id::text WHERE w.id = $1`,
        [withdrawal],
      )
    const [todo, ...more] = await todos()
    assert.deepEqual([more.length, todo?.state, todo?.on === todo?.due], [0, 'open', true])
    assert.match(todo?.title ?? '', /^Decide .*W-\d+/, 'in the language of the house, whatever market sold')

    const before = await assessmentOf(withdrawal)
    assert.deepEqual([before.goodsAwaited, before.moneyDueOn, before.byLaw], [true, null, true])
    assert.ok(before.deliveryOwed.amount <= before.delivery.amount)
    const exempt = [{ position: 1, reason: 'sealed' }]
    assert.equal(
      await post(`${at}/decisions`, { decision: 'accept', exempt: [{ position: 9, reason: 'sealed' }] }),
      'returns.line_unknown',
    )
    assert.equal(await post(`${at}/decisions`, { decision: 'accept', exempt }), 'accepted')
    assert.equal((await todos())[0]?.state, 'open', 'the money is still to go back')
    const accepted = (await mailsOf(withdrawal)).find(({ body }) => body.includes('we accept'))
    assert.match(accepted?.body ?? '', /Book of lagoons: sealed goods that were opened[^]*leave by[^]*Send them to/)

    const today = new Date().toISOString().slice(0, 10)
    assert.equal(await post(`${at}/facts`, { fact: 'goods_back', on: '2999-01-01' }), 'returns.fact_in_future')
    assert.equal(await post(`${at}/facts`, { fact: 'goods_back', on: today }), 'ok')
    assert.equal(await post(`${at}/facts`, { fact: 'goods_back', on: today }), 'returns.fact_known')
    assert.equal((await assessmentOf(withdrawal)).moneyDueOn, todo?.due)

    const refund = { goods: 2_980, delivery: 590, valueLost: 1_000, lostWords: '' }
    const close = (changes: object) => post(`${at}/decisions`, { decision: 'close', refund: { ...refund, ...changes } })
    assert.equal(await close({}), 'returns.lost_words_missing')
    assert.equal(await close({ goods: 999_999, lostWords: 'worn' }), 'returns.refund_above')
    assert.equal(await close({ lostWords: 'The handle is chipped.' }), 'closed')
    assert.equal((await todos())[0]?.state, 'done')
    const mails = await mailsOf(withdrawal)
    assert.deepEqual(
      mails.map(({ kind }) => kind),
      ['withdrawal-receipt', 'withdrawal-decision', 'withdrawal-decision'],
    )
    assert.match(mails.at(-1)?.body ?? '', /€25\.70[^]*€29\.80[^]*€5\.90[^]*€10\.00[^]*The handle is chipped\./)
  })

  test('refused: the reason is told, and nobody has to look any more; outside of the Union a promise is enough', async () => {
    const { fields } = await stated({ order: 'none that we know' })
    const withdrawal = (await kept(fields.formKey))[0]?.id ?? assert.fail()
    await mailsOf(withdrawal)
    assert.equal(
      await post(`/withdrawals/${withdrawal}/decisions`, { decision: 'refuse', note: 'It was worn.' }),
      'refused',
    )
    assert.match((await mailsOf(withdrawal)).at(-1)?.body ?? '', /we cannot accept[^]*It was worn\./)
    const open = await house.asOwner(
      `SELECT 1 FROM work.todo t JOIN returns.withdrawal w ON w.todo_id = t.id::text WHERE w.id = $1 AND t.state = 'open'`,
      [withdrawal],
    )
    assert.deepEqual(open, [])
  })
})

test('so many a minute from one address, and no more', async () => {
  const statuses: number[] = []
  for (let round = 0; round < 12; round++) statuses.push((await stated()).answer.statusCode)
  assert.ok(statuses.includes(429))
})
