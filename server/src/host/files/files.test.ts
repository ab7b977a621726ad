import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import Fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { sql } from '../database/sql.ts'
import { findStoredImage, mountFiles, storeImage } from './index.ts'
import { MAX_PICTURE_BYTES } from './picture.ts'
import { VariantMaker } from './serve-variant.ts'
import { findFile } from './store-image.ts'

const paint = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 110 } } })

let folder: string
let house: TestHouse
let app: FastifyInstance
const before2000 = { width: 2000, height: 1500 }

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fondaco-files-'))
  house = await createTestHouse()
  app = Fastify()
  app.decorateRequest('house')
  app.addHook('onRequest', async (request) => void (request.house = house))
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'host.not_found' }))
  mountFiles(app, { folderOf: () => folder })
})
after(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const countOf = async () => (await house.database.row(sql<{ n: bigint }>`SELECT count(*) AS n FROM host.file`))?.n

async function stored(bytes: Buffer) {
  const outcome = await storeImage(house, folder, bytes)
  assert.ok('stored' in outcome, JSON.stringify(outcome))
  return outcome.stored
}

async function filesOnDisk() {
  return (await readdir(folder, { recursive: true })).filter((name) => name.includes('.')).sort()
}

describe('storing a picture', () => {
  test('the same bytes twice are one file', async () => {
    const bytes = await paint(300, 200).jpeg().toBuffer()
    assert.equal(await findStoredImage(house.database, bytes), undefined)
    const [first, second] = await Promise.all([stored(bytes), stored(bytes)])
    assert.deepEqual(first, second)
    assert.deepEqual({ width: first.width, height: first.height }, { width: 300, height: 200 })
    assert.deepEqual(await findStoredImage(house.database, bytes), first)
    assert.equal((await filesOnDisk()).filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{62}\.jpg$/.test(name)).length, 1)
    assert.ok(!(await filesOnDisk()).some((name) => name.endsWith('.part')))
  })

  test('a file that was lost from the disk comes back with the next upload', async () => {
    const bytes = await paint(30, 20).png().toBuffer()
    const first = await stored(bytes)
    const path = (await filesOnDisk()).find((name) => name.endsWith('.png'))
    await unlink(join(folder, path ?? ''))
    assert.deepEqual(await stored(bytes), first)
    assert.ok((await filesOnDisk()).includes(path ?? ''))
  })

  test('where it was taken is forgotten, and it stands upright', async () => {
    const bytes = await paint(400, 100)
      .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 26/1 0/1' } })
      .jpeg()
      .toBuffer()
    const turned = await sharp(bytes).withMetadata({ orientation: 6 }).toBuffer()
    assert.ok((await sharp(turned).metadata()).exif, 'the test needs a picture with metadata')
    const { width, height, fileId } = await stored(turned)
    assert.deepEqual({ width, height }, { width: 100, height: 400 })
    const row = await house.database.row(sql<{ sha256: string }>`SELECT sha256 FROM host.file WHERE id = ${fileId}`)
    const kept = await sharp(join(folder, row!.sha256.slice(0, 2), `${row!.sha256.slice(2)}.jpg`)).metadata()
    assert.equal(kept.exif, undefined)
    assert.equal(kept.orientation, undefined)
  })

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const FLAWED: [string, () => Promise<Buffer> | Buffer, string][] = [
    ['nothing', () => Buffer.alloc(0), 'not_a_picture'],
    ['text', () => Buffer.from('GIF89a, or so it says'), 'not_a_picture'],
    ['a drawing that may run scripts', () => Buffer.from(svg), 'not_a_picture'],
    ['half a picture', async () => (await paint(900, 900).jpeg().toBuffer()).subarray(0, 2000), 'not_a_picture'],
    ['too many bytes', () => Buffer.alloc(MAX_PICTURE_BYTES + 1), 'too_many_bytes'],
    ['a small file of very many pixels', () => paint(9000, 6000).png().toBuffer(), 'too_many_pixels'],
  ]
  for (const [what, bytes, flaw] of FLAWED) {
    test(`${what} is refused and leaves nothing`, async () => {
      const [count, files] = [await countOf(), await filesOnDisk()]
      assert.deepEqual(await storeImage(house, folder, await bytes()), { flaw })
      assert.equal(await countOf(), count)
      assert.deepEqual(await filesOnDisk(), files)
    })
  }
})

describe('GET /files/:id/:width.webp', () => {
  test('gives the asked width, kept for a year, made once', async () => {
    const { fileId } = await stored(await paint(before2000.width, before2000.height).jpeg().toBuffer())
    const answers = await Promise.all([1, 2, 3].map(() => app.inject(`/files/${fileId}/640.webp`)))
    for (const answer of answers) {
      assert.equal(answer.statusCode, 200)
      assert.equal(answer.headers['content-type'], 'image/webp')
      assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
      const { format, width, height } = await sharp(answer.rawPayload).metadata()
      assert.deepEqual({ format, width, height }, { format: 'webp', width: 640, height: 480 })
    }
    const etag = String(answers[0]?.headers['etag'])
    const again = await app.inject({ url: `/files/${fileId}/640.webp`, headers: { 'if-none-match': `"x", ${etag}` } })
    assert.equal(again.statusCode, 304)
    assert.equal(again.body, '')
    assert.notEqual((await app.inject(`/files/${fileId}/320.webp`)).headers['etag'], etag)
    assert.equal((await filesOnDisk()).filter((name) => name.endsWith('.w640.webp')).length, 1)
  })

  test('what is asked for many times at once is made once', async () => {
    const { fileId } = await stored(await paint(500, 400).jpeg().toBuffer())
    const file = await findFile(house.database, fileId)
    assert.ok(file)
    const maker = new VariantMaker()
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => maker.bytesOf(folder, file, 160)))
    assert.ok(first)
    for (const other of others) assert.equal(other, first, 'the very same bytes, not equal ones')
  })

  test('does not enlarge', async () => {
    const { fileId } = await stored(await paint(200, 50).png().toBuffer())
    assert.equal((await sharp((await app.inject(`/files/${fileId}/1280.webp`)).rawPayload).metadata()).width, 200)
  })

  test('a file that is gone from the disk is 404 and not kept by caches', async () => {
    const { fileId } = await stored(await paint(77, 50).png().toBuffer())
    const row = await house.database.row(sql<{ sha256: string }>`SELECT sha256 FROM host.file WHERE id = ${fileId}`)
    await unlink(join(folder, row!.sha256.slice(0, 2), `${row!.sha256.slice(2)}.png`))
    const answer = await app.inject(`/files/${fileId}/160.webp`)
    assert.equal(answer.statusCode, 404)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.equal(answer.headers['etag'], undefined)
  })

  test('anything else is 404', async () => {
    const { fileId } = await stored(await paint(50, 50).png().toBuffer())
    await writeFile(join(folder, 'secret.webp'), 'secret')
    for (const url of [
      `/files/${fileId}/641.webp`,
      `/files/${fileId}/0640.webp`,
      `/files/${fileId}/640.jpg`,
      `/files/${fileId}/`,
      `/files/${fileId}`,
      `/files/018f0000-0000-7000-8000-000000000000/640.webp`,
      `/files/secret/640.webp`,
      `/files/..%2f..%2fetc/640.webp`,
      `/files/${fileId}/..%2fsecret.webp`,
      `/files/%2e%2e/secret.webp`,
      `/files/${fileId}%00/640.webp`,
    ]) {
      const answer = await app.inject(url)
      assert.equal(answer.statusCode, 404, url)
      assert.ok(!answer.body.includes('secret'), url)
    }
  })
})
