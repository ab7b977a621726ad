import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { sql } from '../../../host/database/sql.ts'
import { MAX_PICTURE_BYTES } from '../../../host/files/index.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { saveProduct } from '../index.ts'
import { aProduct } from '../testing/a-product.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let nobody: SignedIn

const paint = (width: number, red: number, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: red, g: 90, b: 110 } } })

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  nobody = await signedInAs(house)
})

async function aSavedProduct(handle: string): Promise<string> {
  const saved = await house.run((ctx) =>
    saveProduct(ctx, aProduct({ handle, variants: [{ sku: handle }], options: [] })),
  )
  assert.ok(saved.ok, JSON.stringify(saved))
  return saved.value.productId
}

interface Asked {
  readonly as?: SignedIn
  readonly payload?: Buffer | object
  readonly headers?: Record<string, string>
}

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  { as = owner, payload, headers = {} }: Asked = {},
) {
  const type = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: { ...as.headers, ...type, ...headers },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
}

const picturesOf = async (id: string) =>
  (await ask('GET', `/products/${id}`)).body.images as { fileId: string; alts: Record<string, string> }[]
const filesCount = async () =>
  Number((await house.database.row(sql<{ n: bigint }>`SELECT count(*) AS n FROM host.file`))?.n)

describe('the pictures of a product', () => {
  test('one is added, judged by its content; the same again is the one that is there; the shop shows it', async () => {
    const id = await aSavedProduct('with-picture')
    const bytes = await paint(60, 1).png().toBuffer()
    const added = await ask('POST', `/products/${id}/pictures`, {
      payload: bytes,
      headers: { 'content-type': 'text/html' },
    })
    assert.equal(added.status, 201, JSON.stringify(added.body))
    assert.equal(added.body.version, 2)
    assert.equal(added.headers['etag'], '"2"')
    const again = await ask('POST', `/products/${id}/pictures`, { payload: bytes })
    assert.deepEqual([again.status, again.body], [201, added.body])
    assert.deepEqual(await picturesOf(id), [{ fileId: added.body.fileId, alts: {} }])
    const shown = await app.inject(`/api/catalog/products/with-picture`)
    const { fileId, width, height } = shown.json().images[0]
    assert.deepEqual({ fileId, width, height }, { fileId: added.body.fileId, width: 60, height: 40 })
    const audit = await house.asOwner<{ version: number }>(
      `SELECT version FROM host.audit WHERE object_id = $1 AND action = 'catalog:write' ORDER BY version`,
      [id],
    )
    assert.deepEqual(
      audit.map(({ version }) => Number(version)),
      [1, 2],
    )
  })

  test('they are ordered and described in four languages, against the version that was seen', async () => {
    const id = await aSavedProduct('in-order')
    const [first, second] = [
      (await ask('POST', `/products/${id}/pictures`, { payload: await paint(50, 2).png().toBuffer() })).body.fileId,
      (await ask('POST', `/products/${id}/pictures`, { payload: await paint(50, 3).png().toBuffer() })).body.fileId,
    ]
    const alts = { en: 'Seen from above', it: 'Visto dall’alto', es: 'Visto desde arriba', id: 'Dilihat dari atas' }
    const pictures = [
      { fileId: second, alts },
      { fileId: first, alts: { en: ' ' } },
    ]
    const put = (version: string, body: object) =>
      ask('PUT', `/products/${id}/pictures`, { payload: body, headers: { 'if-match': version } })
    const arranged = await put('"3"', { pictures })
    assert.deepEqual([arranged.status, arranged.body.version], [200, 4])
    assert.deepEqual(await picturesOf(id), [
      { fileId: second, alts },
      { fileId: first, alts: {} },
    ])
    const italian = await app.inject({ url: '/api/catalog/products/in-order', headers: { 'accept-language': 'it' } })
    assert.equal(italian.json().images[0].alt, 'Visto dall’alto')
    const page = await app.inject('/api/catalog/products/in-order')
    assert.equal(page.json().images[0].fileId, second, 'the first is the cover')

    const late = await put('"3"', { pictures: [] })
    assert.deepEqual([late.status, late.body.code], [409, 'catalog.version_conflict'])
    const unsaid = await ask('PUT', `/products/${id}/pictures`, { payload: { pictures: [] } })
    assert.equal(unsaid.body.code, 'host.version_required')
    const twice = await put('"4"', { pictures: [pictures[0], pictures[0]] })
    assert.deepEqual(
      [twice.status, twice.body.code, twice.body.field],
      [404, 'catalog.picture_not_found', 'pictures.1.fileId'],
    )
    const unknown = await put('"4"', { pictures: [{ fileId: '018f0000-0000-7000-8000-000000000000', alts: {} }] })
    assert.equal(unknown.body.code, 'catalog.picture_not_found')
    const seen = await put('"4"', {
      pictures: [
        { ...pictures[0], focal: { x: 20, y: 75 } },
        { fileId: first, alts: {} },
      ],
    })
    assert.equal(seen.body.version, 5)
    const shownAt = async () => (await app.inject('/api/catalog/products/in-order')).json().images[0].focal
    assert.deepEqual(await shownAt(), { x: 20, y: 75 })
    // Who orders pictures without a word about it leaves it where it is; null puts it back into the middle.
    assert.equal((await put('"5"', { pictures })).body.version, 5)
    assert.equal((await put('"5"', { pictures: [{ ...pictures[0], focal: null }, pictures[1]] })).body.version, 6)
    assert.equal(await shownAt(), undefined)
    assert.equal((await put('"6"', { pictures: [{ ...pictures[0], focal: { x: 101, y: 0 } }] })).status, 422)
    const tooLong = await put('"4"', { pictures: [{ fileId: first, alts: { en: 'x'.repeat(256) } }] })
    assert.equal(tooLong.status, 422)
    assert.equal((await picturesOf(id)).length, 2)
  })

  test('one is taken off, and a variant that showed it shows the cover again', async () => {
    const id = await aSavedProduct('taken-off')
    const { fileId } = (await ask('POST', `/products/${id}/pictures`, { payload: await paint(50, 4).png().toBuffer() }))
      .body
    const changed = await ask('PATCH', `/products/${id}`, {
      payload: { variants: [{ sku: 'taken-off', imageFileId: fileId }] },
      headers: { 'if-match': '"2"' },
    })
    assert.equal(changed.status, 200, JSON.stringify(changed.body))
    const removed = await ask('DELETE', `/products/${id}/pictures/${fileId}`)
    assert.deepEqual([removed.status, removed.body.version], [200, 4])
    const product = (await ask('GET', `/products/${id}`)).body
    assert.deepEqual([product.images, product.variants[0].imageFileId], [[], null])
    const again = await ask('DELETE', `/products/${id}/pictures/${fileId}`)
    assert.deepEqual([again.status, again.body.code], [404, 'catalog.picture_not_found'])
  })

  test('two people who add at once both keep their picture', async () => {
    const id = await aSavedProduct('at-once')
    const pictures = await Promise.all([5, 6, 7, 8].map((red) => paint(50, red).png().toBuffer()))
    const answers = await Promise.all(pictures.map((payload) => ask('POST', `/products/${id}/pictures`, { payload })))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201, 201, 201],
    )
    assert.equal((await picturesOf(id)).length, 4)
  })

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const FLAWED: [what: string, bytes: () => Buffer | Promise<Buffer>, status: number, code: string][] = [
    ['a drawing that may run scripts', () => Buffer.from(svg), 422, 'catalog.not_a_picture'],
    [
      'half a picture',
      async () => (await paint(900, 9, 900).jpeg().toBuffer()).subarray(0, 2000),
      422,
      'catalog.not_a_picture',
    ],
    ['a small file of very many pixels', () => paint(9000, 10, 6000).png().toBuffer(), 422, 'catalog.too_many_pixels'],
    ['too many bytes', () => Buffer.alloc(MAX_PICTURE_BYTES + 1, 1), 413, 'host.file_too_large'],
  ]
  for (const [what, bytes, status, code] of FLAWED) {
    test(`${what} is refused and leaves nothing`, async () => {
      const id = await aSavedProduct(`flawed-${FLAWED.findIndex(([name]) => name === what)}`)
      const before = await filesCount()
      const answer = await ask('POST', `/products/${id}/pictures`, { payload: await bytes() })
      assert.equal(answer.body.code, code)
      assert.equal(answer.status, status)
      assert.equal(await filesCount(), before)
      assert.deepEqual(await picturesOf(id), [])
    })
  }

  test('nothing at all is refused, and so is who may not write, before a byte is kept', async () => {
    const id = await aSavedProduct('forbidden')
    assert.equal((await ask('POST', `/products/${id}/pictures`)).body.code, 'host.file_empty')
    const before = await filesCount()
    const payload = await paint(50, 11).png().toBuffer()
    assert.equal((await ask('POST', `/products/${id}/pictures`, { as: nobody, payload })).status, 403)
    const missing = await ask('POST', '/products/018f0000-0000-7000-8000-000000000000/pictures', { payload })
    assert.deepEqual([missing.status, missing.body.code], [404, 'catalog.product_not_found'])
    assert.equal(await filesCount(), before)
    await house.expectNoBreach()
  })
})
