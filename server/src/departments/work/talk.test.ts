import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { SignedIn } from '../../testing/create-test-server.ts'
import { must } from '../../testing/scene.ts'
import { openOffice, type Office } from './testing/office.ts'

let office: Office
let ada: SignedIn
let bruno: SignedIn
let picker: SignedIn
let partner: SignedIn
let vendor: SignedIn
let agency: string
let sales: string
let orderId: string

before(async () => {
  office = await openOffice()
  ada = await office.person('care_agent')
  bruno = await office.person('care_agent')
  picker = await office.person('it')
  partner = await office.person('partner')
  vendor = await office.person('partner')
  agency = await office.company('Agency', partner)
  await office.company('Vendor', vendor)
  sales = await office.unit('Sales')
  await office.join(sales, ada, bruno, picker)
  orderId = must(await office.shop.place(await office.shop.fill({ mug: 1 }))).id
})

interface Thread {
  readonly id: string
  readonly sharedWith: { name: string } | null
  readonly comments: { id: string; body: string; mine: boolean; deletedAt: string | null; editedAt: string | null }[]
}

const record = () => ({ type: 'order', id: orderId })
async function begin(who: SignedIn, more: object = {}): Promise<Thread> {
  const made = await office.call(who, 'POST', '/threads', {
    body: { record: record(), body: 'Is it packed?', ...more },
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body as Thread
}
const threads = async (who: SignedIn) =>
  (await office.call(who, 'GET', `/threads?type=order&id=${orderId}`)).body.items as Thread[]
const code = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body?.code
const mentionsOf = async (who: SignedIn) =>
  (await office.call(who, 'GET', '/inbox?kind=mention')).body.items as { id: string; path: string; title: string }[]

describe('talk about a record', () => {
  test('is read by those who may see the record, and by nobody else', async () => {
    const { id } = await begin(ada)
    assert.ok((await threads(bruno)).some((thread) => thread.id === id))
    assert.equal(await code(office.call(picker, 'GET', `/threads?type=order&id=${orderId}`)), 'work.unknown_record')
    assert.equal(await code(office.call(picker, 'GET', `/threads/${id}`)), 'work.thread_not_found')
    assert.equal(
      await code(office.call(picker, 'POST', `/threads/${id}/comments`, { body: { body: 'Me too' } })),
      'work.thread_not_found',
    )
    assert.equal(
      await code(office.call(picker, 'POST', '/threads', { body: { record: record(), body: 'x' } })),
      'work.unknown_record',
    )
    assert.equal(
      await code(office.call(ada, 'POST', `/threads/${id}/comments`, { body: { body: '   ' } })),
      'work.comment_empty',
    )
  })

  test('whoever is mentioned finds it in their inbox and in a mail, once; whoever may not see it cannot be mentioned', async () => {
    const thread = await begin(ada, { mentions: [{ kind: 'staff', id: bruno.id }] })
    const [mention] = await mentionsOf(bruno)
    assert.deepEqual([mention?.title, mention?.path], ['The care_agent mentioned you', `/talk/${thread.id}`])
    await office.house.runJobs(['mention-mail'])
    await office.house.asOwner(`UPDATE host.job SET state = 'ready' WHERE kind = 'mention-mail'`)
    await office.house.runJobs(['mention-mail'])
    const mails = await office.house.asOwner<{ subject: string }>(
      `SELECT subject FROM host.mail WHERE dedup_key LIKE 'mention %'`,
    )
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      ['The care_agent mentioned you'],
    )
    const refused = await office.call(ada, 'POST', `/threads/${thread.id}/comments`, {
      body: { body: 'You?', mentions: [{ kind: 'staff', id: picker.id }] },
    })
    assert.deepEqual([refused.body.code, refused.body.params], ['work.mention_cannot_see', { name: 'The it' }])
    assert.equal((await threads(ada)).find(({ id }) => id === thread.id)?.comments.length, 1, 'nothing was said')
    // A department: those of it who may see the record, and oneself not.
    await office.call(ada, 'POST', `/threads/${thread.id}/comments`, {
      body: { body: 'All?', mentions: [{ kind: 'unit', id: sales }] },
    })
    assert.deepEqual(
      [(await mentionsOf(bruno)).length, (await mentionsOf(picker)).length, (await mentionsOf(ada)).length],
      [2, 0, 0],
    )
    assert.equal((await office.call(bruno, 'POST', `/inbox/items/${mention?.id}/closure`)).status, 204)
    assert.equal((await mentionsOf(bruno)).length, 1)
    await office.call(bruno, 'DELETE', `/inbox/items/${mention?.id}/closure`)
    assert.equal((await mentionsOf(bruno)).length, 2)
  })

  test('who wants no mails gets none', async () => {
    await office.call(bruno, 'PUT', '/inbox/choices', { body: { mentions: 'never' } })
    const before = await office.house.asOwner('SELECT 1 FROM host.mail')
    await begin(ada, { mentions: [{ kind: 'staff', id: bruno.id }] })
    await office.house.runJobs(['mention-mail'])
    assert.equal((await office.house.asOwner('SELECT 1 FROM host.mail')).length, before.length)
  })

  test('one’s own is changed for a quarter of an hour and taken back for ever, leaving a trace', async () => {
    const { comments } = await begin(ada)
    const id = comments[0]?.id
    const edit = (who: SignedIn, body = 'It is packed') =>
      office.call(who, 'PATCH', `/comments/${id}`, { body: { body } })
    assert.equal(await code(edit(bruno)), 'work.not_your_comment')
    assert.equal(await code(edit(picker)), 'work.comment_not_found')
    const edited = (await edit(ada)).body as Thread
    assert.deepEqual([edited.comments[0]?.body, edited.comments[0]?.editedAt !== null], ['It is packed', true])
    await office.house.asOwner(`UPDATE work.comment SET at = at - interval '16 minutes' WHERE id = $1`, [id])
    assert.equal(await code(edit(ada)), 'work.too_late_to_edit')
    assert.equal(await code(office.call(bruno, 'DELETE', `/comments/${id}`)), 'work.not_your_comment')
    const gone = (await office.call(ada, 'DELETE', `/comments/${id}`)).body as Thread
    assert.deepEqual([gone.comments[0]?.body, gone.comments[0]?.deletedAt !== null], ['', true])
    assert.equal(await code(office.call(ada, 'DELETE', `/comments/${id}`)), 'work.comment_deleted')
  })
})

describe('shared with a company', () => {
  test('its people see that thread on every route, and of the record’s talk nothing else', async () => {
    const internal = await begin(ada, { body: 'They must not read this' })
    const shared = await begin(ada, {
      body: 'Dear agency',
      sharedWith: agency,
      mentions: [{ kind: 'staff', id: partner.id }],
    })
    assert.equal(shared.sharedWith?.name, 'Agency')
    assert.deepEqual(
      (await threads(partner)).map(({ id }) => id),
      [shared.id],
    )
    assert.deepEqual(
      (await threads(vendor)).map(({ id }) => id),
      [],
    )
    const list = (await office.call(partner, 'GET', '/shared-threads')).body.items as Thread[]
    assert.deepEqual(
      list.map(({ id }) => id),
      [shared.id],
    )
    assert.deepEqual((await office.call(vendor, 'GET', '/shared-threads')).body.items, [])
    assert.deepEqual((await office.call(ada, 'GET', '/shared-threads')).body.items, [])
    assert.equal((await mentionsOf(partner)).length, 1)
    assert.equal(
      (await office.call(partner, 'POST', `/threads/${shared.id}/comments`, { body: { body: 'Thank you' } })).status,
      201,
    )

    for (const [who, thread] of [
      [partner, internal],
      [vendor, internal],
      [vendor, shared],
    ] as const) {
      const comment = thread.comments[0]?.id
      for (const [method, url, body] of [
        ['GET', `/threads/${thread.id}`, undefined],
        ['POST', `/threads/${thread.id}/comments`, { body: 'x' }],
        ['PUT', `/threads/${thread.id}/sharing`, { companyId: agency }],
        ['PATCH', `/comments/${comment}`, { body: 'x' }],
        ['DELETE', `/comments/${comment}`, undefined],
      ] as const) {
        const answer = await office.call(who, method, url, { body })
        assert.equal(answer.status, 404, `${method} ${url}`)
        assert.ok(!JSON.stringify(answer.body).includes('They must not'), url)
      }
    }
    for (const url of [
      `/records/order/${orderId}/timeline`,
      `/records/order/${orderId}/files`,
      '/inbox',
      '/inbox?view=done',
      '/todos',
      '/mentionables',
      '/audit',
    ]) {
      const { body } = await office.call(partner, 'GET', url)
      assert.ok(!JSON.stringify(body).includes('They must not'), url)
      assert.ok(!JSON.stringify(body).includes(internal.id), url)
    }
    assert.equal((await office.call(partner, 'GET', '/mentionables')).status, 403)
  })

  test('whom it is not shared with cannot be mentioned; from outside nobody widens it', async () => {
    const shared = await begin(ada, { sharedWith: agency })
    const say = (who: SignedIn, mention: string) =>
      code(
        office.call(who, 'POST', `/threads/${shared.id}/comments`, {
          body: { body: 'x', mentions: [{ kind: 'staff', id: mention }] },
        }),
      )
    assert.equal(await say(partner, vendor.id), 'work.mention_cannot_see')
    assert.equal(await say(ada, vendor.id), 'work.mention_cannot_see')
    assert.equal(await say(partner, bruno.id), undefined)
    assert.equal(
      await code(office.call(partner, 'PUT', `/threads/${shared.id}/sharing`, { body: { companyId: null } })),
      'work.outside_cannot_share',
    )
    assert.equal(
      await code(office.call(ada, 'PUT', `/threads/${shared.id}/sharing`, { body: { companyId: orderId } })),
      'work.unknown_company',
    )
  })

  test('what somebody from outside begins is their own company’s, whatever they ask', async () => {
    const begun = await begin(partner, { sharedWith: null })
    assert.equal(begun.sharedWith?.name, 'Agency')
    assert.ok((await threads(ada)).some(({ id }) => id === begun.id))
    assert.ok(!(await threads(vendor)).some(({ id }) => id === begun.id))
  })

  test('no longer shared, it is gone for them with the next call', async () => {
    const shared = await begin(ada, { sharedWith: agency })
    assert.equal((await office.call(partner, 'GET', `/threads/${shared.id}`)).status, 200)
    await office.call(ada, 'PUT', `/threads/${shared.id}/sharing`, { body: { companyId: null } })
    assert.equal((await office.call(partner, 'GET', `/threads/${shared.id}`)).status, 404)
  })
})

test('a payment that does not agree alerts those who may refund, once; whoever settles it settles it for all', async () => {
  const clerk = await office.person('accountant')
  const other = await office.person('accountant')
  const about = {
    name: 'payment.mismatched.v1',
    ref: { kind: 'order', id: orderId },
    payload: { paymentId: 'p1', orderId },
  }
  must(
    await office.house.run(async (ctx) => {
      ctx.emit(about)
      ctx.emit({ ...about, name: 'payment.refund_failed.v1' })
      return { ok: true, value: undefined }
    }),
  )
  const kinds = ['alert-payment-mismatched', 'alert-refund-failed']
  await office.house.runJobs(kinds)
  await office.house.asOwner(`UPDATE host.job SET state = 'ready' WHERE kind = ANY($1)`, [kinds])
  await office.house.runJobs(kinds)
  const alerts = async (who: SignedIn) =>
    (await office.call(who, 'GET', '/inbox?kind=alert')).body.items as { id: string; path: string }[]
  assert.deepEqual(
    (await alerts(clerk)).map(({ path }) => path),
    [`/orders/${orderId}`, `/orders/${orderId}`],
  )
  assert.deepEqual(await alerts(picker), [])
  await office.call(clerk, 'POST', `/inbox/items/${(await alerts(clerk))[0]?.id}/closure`)
  assert.deepEqual(await alerts(other), [])
})
