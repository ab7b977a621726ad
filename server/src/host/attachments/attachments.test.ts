import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, unlink } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { attachFile } from './attach-file.ts'
import { attachmentPath, attachmentsFolder } from './receive-upload.ts'

const PDF = Buffer.from('%PDF-1.7\nan invoice')
const NOBODY = '01920000-0000-7000-8000-000000000001'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let orderId: string
before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  const shop = await openShop(house)
  orderId = must(await shop.place(await shop.fill({ mug: 1 }))).id
})

interface Upload {
  readonly as?: SignedIn | undefined
  readonly name?: string
  readonly record?: string
  readonly headers?: Record<string, string>
}

const upload = (
  body: Buffer | undefined,
  { as = owner, name = 'invoice.pdf', record = `order/${orderId}`, headers = {} }: Upload = {},
) =>
  app.inject({
    method: 'POST',
    url: `/api/records/${record}/files?name=${encodeURIComponent(name)}`,
    headers: { ...as.headers, ...(body ? { 'content-type': 'application/pdf' } : {}), ...headers },
    ...(body ? { payload: body } : {}),
  })
const ask = (url: string, as: SignedIn | undefined = owner, method: 'GET' | 'DELETE' = 'GET') =>
  app.inject({ method, url: `/api/records/${url}`, ...(as ? { headers: as.headers } : {}) })
const filesOf = async (record: string) => (await ask(`${record}/files`)).json().items as { id: string; name: string }[]
const onDisk = async () => {
  const entries = await readdir(attachmentsFolder(String(house.ports?.filesFolder)), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('a file on a record', () => {
  test('comes back byte for byte, as a download that no browser shows as a page', async () => {
    const added = await upload(PDF, { name: 'Fattura “città”.pdf' })
    assert.equal(added.statusCode, 201, added.body)
    const { id, name, mediaType, bytes, sha256, by } = added.json()
    const hash = createHash('sha256').update(PDF).digest('hex')
    assert.deepEqual(
      { name, mediaType, bytes, sha256, by },
      {
        name: 'Fattura “città”.pdf',
        mediaType: 'application/pdf',
        bytes: PDF.length,
        sha256: hash,
        by: { id: owner.id, name: 'The owner' },
      },
    )
    const content = await ask(`order/${orderId}/files/${id}/content`)
    assert.deepEqual(content.rawPayload, PDF)
    const headers = content.headers
    assert.deepEqual(
      [headers['content-type'], headers['x-content-type-options'], headers['cache-control'], headers['content-length']],
      ['application/pdf', 'nosniff', 'no-store', String(PDF.length)],
    )
    assert.equal(
      headers['content-disposition'],
      `attachment; filename="Fattura _citt__.pdf"; filename*=UTF-8''Fattura%20%E2%80%9Ccitt%C3%A0%E2%80%9D.pdf`,
    )
    assert.match(String(headers['content-security-policy']), /sandbox/)
  })

  test('the same again is the one that is there, also at once; another name is another file of the same bytes', async () => {
    const twins = await Promise.all([1, 2, 3, 4].map(() => upload(PDF, { name: 'twin.pdf' })))
    assert.deepEqual(new Set(twins.map((answer) => answer.json().id)).size, 1)
    const other = await upload(PDF, { name: 'other.pdf' })
    assert.notEqual(other.json().id, twins[0]?.json().id)
    assert.equal((await onDisk()).filter((name) => !name.endsWith('.part')).length, 1, 'one content, one file')
  })

  test('taken off it is gone for all, the row says by whom, and the audit names both acts without the name', async () => {
    const { id } = (await upload(PDF, { name: 'Rossi Mario.pdf' })).json()
    assert.equal((await ask(`order/${orderId}/files/${id}`, owner, 'DELETE')).statusCode, 204)
    assert.equal((await ask(`order/${orderId}/files/${id}/content`)).statusCode, 404)
    assert.equal((await ask(`order/${orderId}/files/${id}`, owner, 'DELETE')).statusCode, 404)
    assert.ok(!(await filesOf(`order/${orderId}`)).some((file) => file.id === id))
    const removals = await house.asOwner('SELECT staff_id FROM host.attachment_removal WHERE attachment_id = $1', [id])
    assert.deepEqual(removals, [{ staff_id: owner.id }])
    const audits = await house.asOwner<{ action: string; changes: unknown }>(
      `SELECT action, changes FROM host.audit WHERE changes::text LIKE '%' || $1 || '%' ORDER BY at`,
      [id],
    )
    assert.deepEqual(audits, [
      { action: 'host:add-file', changes: [{ field: 'files', before: null, after: id }] },
      { action: 'host:remove-file', changes: [{ field: 'files', before: id, after: null }] },
    ])
    assert.ok(!JSON.stringify(await house.asOwner('SELECT changes FROM host.audit')).includes('Rossi'))
    await house.expectNoBreach()
  })
})

test('two who send the same file at once send one, though neither sees what the other has not finished', async () => {
  const actor = await house.ports?.staff?.findActor(house.database, owner.id)
  assert.ok(actor)
  const file = { sha256: 'a'.repeat(64), bytes: 7, type: { mediaType: 'application/pdf', endings: ['pdf'] } } as const
  const to = { type: 'order', id: orderId }
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let written = () => {}
  const isWritten = new Promise<void>((resolve) => (written = resolve))
  const first = house.run(async (ctx) => {
    const attached = await attachFile(ctx, to, { file, name: 'same.pdf', staff: actor, shared: null })
    await ctx.tx.flush()
    written()
    await held
    return attached
  })
  await isWritten
  const second = house.run((ctx) => attachFile(ctx, to, { file, name: 'same.pdf', staff: actor, shared: null }))
  await wait(100)
  release()
  assert.equal(must(await second).id, must(await first).id)
})

describe('what is not taken leaves nothing behind', () => {
  const counted = async () => [
    (await house.asOwner<{ n: string }>('SELECT count(*) AS n FROM host.attachment'))[0]?.n,
    (await onDisk()).length,
  ]

  test('empty, of the wrong kind, on no record', async () => {
    const before = await counted()
    for (const [answer, status, code] of [
      [await upload(undefined), 422, 'host.file_empty'],
      [await upload(Buffer.alloc(0)), 422, 'host.file_empty'],
      [await upload(Buffer.from('<svg onload="x()"/>'), { name: 'a.png' }), 415, 'host.file_type_not_allowed'],
      [await upload(PDF, { record: `order/${NOBODY}` }), 404, 'host.record_not_found'],
      [await upload(PDF, { record: `order/..%2f..%2fetc` }), 422, 'host.invalid_input'],
      [await upload(PDF, { record: `payment/${orderId}` }), 404, 'host.record_not_found'],
      [await upload(PDF, { record: `caravan/${orderId}` }), 404, 'host.not_found'],
      [await upload(PDF, { name: '' }), 422, 'host.invalid_input'],
    ] as const) {
      assert.deepEqual([answer.statusCode, answer.json().code], [status, code])
    }
    assert.deepEqual(await counted(), before)
  })

  test('one byte too many, said before the rest is read; exactly the limit is taken', async () => {
    const before = await counted()
    const limit = 25 * 1024 * 1024
    const file = (bytes: number) => Buffer.concat([PDF, Buffer.alloc(bytes - PDF.length, 'x')])
    const refused = await upload(file(limit + 1), { name: 'big.pdf' })
    assert.deepEqual([refused.statusCode, refused.json().code], [413, 'host.file_too_large'])
    assert.match(refused.json().title, /25 MB/)
    assert.deepEqual(await counted(), before)
    const taken = await upload(file(limit), { name: 'big.pdf' })
    assert.deepEqual([taken.statusCode, taken.json().bytes], [201, limit])
  })

  test('a connection that breaks off half way', async () => {
    const before = await counted()
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    await new Promise<void>((resolve) => {
      const sending = httpRequest({
        port,
        method: 'POST',
        path: `/api/records/order/${orderId}/files?name=half.pdf`,
        headers: { ...owner.headers, host: 'localhost', 'content-type': 'application/pdf', 'content-length': 100_000 },
      })
      sending.on('error', () => resolve())
      sending.write(PDF)
      setTimeout(() => sending.destroy(), 200)
    })
    for (let waited = 0; (await counted()).join() !== before.join(); waited += 50) {
      assert.ok(waited < 30_000, 'a half file stayed')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
})

describe('who may', () => {
  test('read and write are the department’s own rights, and a file is reached through its own record alone', async () => {
    const { id } = (await upload(PDF, { name: 'guarded.pdf' })).json()
    const [auditor, it] = [await signedInAs(house, 'auditor'), await signedInAs(house, 'it')]
    assert.equal((await app.inject({ url: `/api/records/order/${orderId}/files` })).statusCode, 401)
    assert.equal((await ask(`order/${orderId}/files`, auditor)).statusCode, 200)
    assert.equal((await upload(PDF, { as: auditor })).statusCode, 403)
    assert.equal((await ask(`order/${orderId}/files/${id}`, auditor, 'DELETE')).statusCode, 403)
    for (const url of [`order/${orderId}/files`, `order/${orderId}/files/${id}/content`, `order/${orderId}/timeline`]) {
      assert.equal((await ask(url, it)).statusCode, 403, url)
    }
    const [product] = await house.asOwner<{ id: string }>('SELECT id FROM catalog.product LIMIT 1')
    assert.equal((await ask(`product/${product?.id}/files/${id}/content`)).statusCode, 404, 'not through a product')
    assert.equal((await ask(`order/${NOBODY}/files/${id}/content`)).statusCode, 404)
  })

  test('a cookie that another site causes to be sent adds nothing', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/records/order/${orderId}/files?name=a.pdf`,
      headers: { cookie: `fondaco_staff=${owner.token}`, 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' },
      payload: PDF,
    })
    assert.equal(answer.statusCode, 403)
  })

  test('another organisation has neither the row nor the bytes', async () => {
    const { id } = (await upload(Buffer.from('%PDF-1.7\nours alone'), { name: 'ours.pdf' })).json()
    const other = await createTestHouse({ slug: 'other' })
    const theirs = await createTestServer(other)
    const boss = await signedInAs(other, 'owner')
    const theirShop = await openShop(other)
    const theirOrder = must(await theirShop.place(await theirShop.fill({ mug: 1 }))).id
    for (const order of [orderId, theirOrder]) {
      const answer = await theirs.inject({
        url: `/api/records/order/${order}/files/${id}/content`,
        headers: boss.headers,
      })
      assert.equal(answer.statusCode, 404)
    }
    const ourToken = await theirs.inject({ url: `/api/records/order/${theirOrder}/files`, headers: owner.headers })
    assert.equal(ourToken.statusCode, 401)
  })

  test('bytes that are gone from the disk are 404, not a fault', async () => {
    const { id, sha256 } = (await upload(Buffer.from('%PDF-1.7\ngone'), { name: 'gone.pdf' })).json()
    await unlink(attachmentPath(String(house.ports?.filesFolder), sha256))
    assert.equal((await ask(`order/${orderId}/files/${id}/content`)).statusCode, 404)
    assert.ok(attachmentPath('root', sha256).startsWith(join('root', 'attachments')))
  })
})
