import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { SignedIn } from '../../testing/create-test-server.ts'
import { must } from '../../testing/scene.ts'
import { openOffice, type Office } from './testing/office.ts'

/** Files of a record, for people of a company outside: what is shared with it, on every route, and nothing else. */

let office: Office
let ada: SignedIn
let auditor: SignedIn
let itDesk: SignedIn
let partner: SignedIn
let outsider: SignedIn
let vendor: SignedIn
let agency: string
let orderId: string

before(async () => {
  office = await openOffice()
  ada = await office.person('care_agent')
  auditor = await office.person('auditor')
  itDesk = await office.person('it')
  partner = await office.person('partner')
  vendor = await office.person('partner')
  await office.house.asOwner(`INSERT INTO people.role (code, names, permissions, position)
    VALUES ('only_inbox', '{"en": "Only an inbox"}', '{inbox:read}', 99)`)
  // Of the same company, and without the right to orders.
  outsider = await office.person('only_inbox')
  agency = await office.company('Agency', partner, outsider)
  await office.company('Vendor', vendor)
  orderId = must(await office.shop.place(await office.shop.fill({ mug: 1 }))).id
})

interface FileSeen {
  readonly id: string
  readonly name: string
  readonly sharedWith: { readonly id: string; readonly name: string } | null
}
interface ThreadSeen {
  readonly id: string
  readonly files: FileSeen[]
  readonly mayAddFiles: boolean
}

async function put(who: SignedIn, url: string, text = `%PDF-1.7\n${url}`) {
  const answer = await office.app.inject({
    method: 'POST',
    url: `/api${url}`,
    headers: { ...who.headers, 'content-type': 'application/pdf' },
    payload: Buffer.from(text),
  })
  return { status: answer.statusCode, body: answer.json() }
}
async function file(who: SignedIn, name: string, sharedWith?: string): Promise<FileSeen> {
  const choice = sharedWith === undefined ? '' : `&sharedWith=${sharedWith}`
  const added = await put(who, `/records/order/${orderId}/files?name=${name}${choice}`)
  assert.equal(added.status, 201, JSON.stringify(added.body))
  return added.body
}
async function thread(sharedWith: string | null): Promise<ThreadSeen> {
  const begun = await office.call(ada, 'POST', '/threads', {
    body: { record: { type: 'order', id: orderId }, body: 'Look at the papers', sharedWith },
  })
  assert.equal(begun.status, 201, JSON.stringify(begun.body))
  return begun.body
}
const bytes = async (who: SignedIn, id: string) =>
  (await office.app.inject({ url: `/api/shared-files/${id}/content`, headers: who.headers })).statusCode
const names = async (who: SignedIn, url: string) =>
  ((await office.call(who, 'GET', url)).body.items as FileSeen[]).map(({ name }) => name).toSorted()
const inThread = async (who: SignedIn, id: string) =>
  ((await office.call(who, 'GET', `/threads/${id}`)).body as ThreadSeen).files.map(({ name }) => name).toSorted()
const share = (who: SignedIn, id: string, companyId: string | null) =>
  office.call(who, 'PUT', `/shared-files/${id}/sharing`, { body: { companyId } })

describe('files of a record, for a company outside', () => {
  test('what is internal shows itself to nobody of it, on no route; what is shared does to its people, also without a right to the record', async () => {
    const internal = await file(ada, 'secret-margin.pdf')
    const shared = await file(ada, 'layout.pdf', agency)
    assert.deepEqual([internal.sharedWith, shared.sharedWith], [null, { id: agency, name: 'Agency' }])
    const talk = await thread(agency)

    assert.deepEqual(await names(ada, `/records/order/${orderId}/files`), ['layout.pdf', 'secret-margin.pdf'])
    assert.deepEqual(await names(partner, `/records/order/${orderId}/files`), ['layout.pdf'])
    assert.equal((await office.call(outsider, 'GET', `/records/order/${orderId}/files`)).status, 403)
    for (const who of [partner, outsider]) {
      assert.deepEqual(await inThread(who, talk.id), ['layout.pdf'])
      assert.deepEqual(await names(who, '/shared-files'), ['layout.pdf'])
      assert.deepEqual([await bytes(who, shared.id), await bytes(who, internal.id)], [200, 404])
    }
    assert.deepEqual(await names(vendor, '/shared-files'), [])
    assert.deepEqual(await names(vendor, `/records/order/${orderId}/files`), [])
    assert.deepEqual([await bytes(vendor, shared.id), await bytes(vendor, internal.id)], [404, 404])
    assert.deepEqual(await names(ada, '/shared-files'), [], 'the house is no company outside')
    assert.deepEqual([await bytes(ada, shared.id), await bytes(ada, internal.id)], [200, 200])
    assert.deepEqual([await bytes(itDesk, shared.id)], [404], 'who may not see the order does not see its files')

    const content = `/api/records/order/${orderId}/files/${internal.id}/content`
    assert.equal((await office.app.inject({ url: content, headers: partner.headers })).statusCode, 404)
    assert.equal((await office.app.inject({ url: content, headers: ada.headers })).statusCode, 200)
    for (const url of [`/records/order/${orderId}/timeline`, '/shared-threads', `/threads/${talk.id}`]) {
      const { body } = await office.call(partner, 'GET', url)
      assert.ok(JSON.stringify(body).includes('layout.pdf'), url)
      assert.ok(!JSON.stringify(body).includes('secret-margin'), url)
    }
  })

  test('whoever may write the record chooses anew; the next call obeys, and the trail and the timeline tell of it', async () => {
    const { id } = await file(ada, 'offer.pdf')
    assert.equal(await bytes(outsider, id), 404)
    assert.equal((await share(ada, id, agency)).status, 200)
    assert.equal(await bytes(outsider, id), 200)
    assert.equal((await share(partner, id, null)).body.code, 'work.outside_cannot_share')
    assert.equal((await share(vendor, id, null)).status, 404)
    assert.equal((await share(auditor, id, null)).body.code, 'host.not_allowed')
    assert.equal((await share(itDesk, id, null)).status, 404)
    assert.equal((await share(ada, id, orderId)).body.code, 'work.unknown_company')
    assert.equal(await bytes(outsider, id), 200, 'nothing of that changed anything')
    assert.equal((await share(ada, id, null)).status, 200)
    assert.equal(await bytes(outsider, id), 404)

    const trail = await office.house.asOwner<{ changes: unknown }>(
      `SELECT changes FROM host.audit WHERE action = 'host:share-file' ORDER BY at`,
    )
    assert.deepEqual(
      trail.map(({ changes }) => changes),
      [
        [
          { field: 'files', before: id, after: id },
          { field: 'sharedWith', before: null, after: 'Agency' },
        ],
        [
          { field: 'files', before: id, after: id },
          { field: 'sharedWith', before: 'Agency', after: null },
        ],
      ],
    )
    const told = (await office.call(ada, 'GET', `/records/order/${orderId}/timeline`)).body.items
    const lines = told.filter(({ state }: { state: string }) => state === 'shared')
    assert.deepEqual(
      lines.map(({ title, changes }: { title: string; changes: { field: string }[] }) => [title, changes.length]),
      [
        ['Changed who reads the file “offer.pdf”', 1],
        ['Changed who reads the file “offer.pdf”', 1],
      ],
    )
    const toldOutside = (await office.call(partner, 'GET', `/records/order/${orderId}/timeline`)).body
    assert.ok(!JSON.stringify(toldOutside).includes('offer.pdf'))
  })

  test('what somebody from outside posts is their own company’s, in a thread without any right to the record', async () => {
    const talk = await thread(agency)
    const posted = await put(outsider, `/threads/${talk.id}/files?name=proof.pdf`)
    assert.deepEqual([posted.status, posted.body.sharedWith?.name], [201, 'Agency'], JSON.stringify(posted.body))
    assert.ok((await inThread(ada, talk.id)).includes('proof.pdf'))
    assert.ok((await inThread(partner, talk.id)).includes('proof.pdf'))
    assert.ok((await names(ada, `/records/order/${orderId}/files`)).includes('proof.pdf'))
    assert.deepEqual(await names(vendor, '/shared-files'), [])

    const internal = await thread(null)
    const url = (id: string) => `/threads/${id}/files?name=in.pdf`
    assert.equal((await put(outsider, url(internal.id))).body.code, 'work.thread_not_found')
    assert.equal((await put(vendor, url(talk.id))).body.code, 'work.thread_not_found')
    assert.equal((await put(itDesk, url(talk.id))).body.code, 'work.thread_not_found')
    assert.equal((await put(auditor, url(talk.id))).body.code, 'host.not_allowed')
    assert.equal((await put(ada, url(internal.id))).body.sharedWith, null)
    const seen = (await office.call(auditor, 'GET', `/threads/${talk.id}`)).body as ThreadSeen
    assert.deepEqual([seen.mayAddFiles, talk.mayAddFiles], [false, true])
  })

  test('a company that nobody knows is refused before anything is kept; the same file for other readers is another file', async () => {
    const refused = await put(ada, `/records/order/${orderId}/files?name=lost.pdf&sharedWith=${orderId}`)
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.field],
      [422, 'host.unknown_company', 'sharedWith'],
    )
    assert.ok(!(await names(ada, `/records/order/${orderId}/files`)).includes('lost.pdf'))
    const inside = await file(ada, 'same.pdf')
    const outside = await file(ada, 'same.pdf', agency)
    assert.notEqual(inside.id, outside.id)
    assert.equal((await file(ada, 'same.pdf')).id, inside.id)
    assert.equal(await bytes(outsider, inside.id), 404)
  })

  test('with the end of their access, all of it ends', async () => {
    const { id } = await file(ada, 'until-today.pdf', agency)
    const talk = await thread(agency)
    assert.equal(await bytes(outsider, id), 200)
    await office.house.asOwner(`UPDATE people.staff SET ends_at = now() - interval '1 minute' WHERE id = $1`, [
      outsider.id,
    ])
    assert.equal(await bytes(outsider, id), 401)
    for (const url of ['/shared-files', '/shared-threads', `/threads/${talk.id}`]) {
      assert.equal((await office.call(outsider, 'GET', url)).status, 401, url)
    }
    assert.equal(await bytes(partner, id), 200, 'a colleague goes on')
  })
})
