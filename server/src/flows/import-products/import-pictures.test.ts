import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { fixture } from '../../../../tests/fixtures/fixtures.ts'
import { saveLocations } from '../../departments/inventory/index.ts'
import type { House } from '../../host/context.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { fetchPicturesJob } from './jobs/fetch-pictures.ts'

let house: TestHouse
/** With the switch of development, by which this very machine may be asked. */
let near: House
let owner: SignedIn
let app: Awaited<ReturnType<typeof createTestServer>>
let stranger: Server
let at: string
const asked: string[] = []
const answers = new Map<string, { status: number; body?: Buffer; location?: string }>()

before(async () => {
  house = await createTestHouse()
  const location = { code: 'depot', name: 'Depot', kind: 'warehouse' as const, country: 'IT' }
  assert.ok((await house.run((ctx) => saveLocations(ctx, [location]))).ok)
  owner = await signedInAs(house, 'owner')
  app = await createTestServer(house)
  near = {
    ...house,
    ports: { ...house.ports, picturesFromLoopback: true, filesFolder: join(house.dataFolder, 'files') },
  }
  stranger = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const { status, body, location: to } = answers.get(path) ?? { status: 404 }
    response.writeHead(status, to === undefined ? {} : { location: to }).end(body)
  })
  await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', listening))
  at = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`
  const blue = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#15f' } })
    .png()
    .toBuffer()
  const red = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#f15' } })
    .png()
    .toBuffer()
  answers.set('/blue.png', { status: 200, body: blue })
  answers.set('/red.png', { status: 200, body: red })
  answers.set('/moved.png', { status: 302, location: '/red.png' })
  answers.set('/inwards.png', { status: 302, location: 'http://10.0.0.7/secret' })
  answers.set('/words.png', { status: 200, body: Buffer.from('no picture') })
  answers.set('/tired.png', { status: 503 })
  const set = new Set(readdirSync(dirname(pictures.path ?? '')).filter((name) => name.endsWith('.webp')))
  for (const name of set)
    answers.set(`/${name}`, { status: 200, body: readFileSync(join(dirname(pictures.path ?? ''), name)) })
})
after(() => new Promise<unknown>((closed) => stranger.close(closed)))

const found = fixture('catalogue/images/sylius-mugs.webp')
const pictures = { skip: found.skip, path: found.skip === false ? found.path : undefined }

async function ask(method: 'GET' | 'POST', url: string, payload?: object) {
  const answer = await app.inject({ method, url: `/api${url}`, headers: owner.headers, ...(payload && { payload }) })
  assert.ok(answer.statusCode < 300, answer.body)
  return answer.json()
}

async function imported(...rows: string[]): Promise<string> {
  const csv = [
    'Handle,Title,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src,Image Alt Text,Variant Image',
  ]
  const body = { csv: [...csv, ...rows].join('\n'), currency: 'EUR', location: 'depot' }
  const { importId } = await ask('POST', '/product-imports', body)
  await house.runJobs(['run-task'])
  return importId
}

/** Works the job off as the worker does, until nothing is due. */
async function fetchAll(importId: string, where: House = near): Promise<void> {
  await fetchPicturesJob.run(where, { id: 'x', ref: importId, payload: {}, attempt: 1 })
}

async function shown(handle: string): Promise<string[]> {
  const rows = await house.asOwner<{ alt: string | null; source: string }>(
    `SELECT i.alts ->> 'en' AS alt, s.address AS source FROM catalog.image i JOIN catalog.product p ON p.id = i.product_id
     JOIN catalog.picture_source s ON s.file_id = i.file_id WHERE p.handle = $1 ORDER BY i.position, s.address`,
    [handle],
  )
  return rows.map(({ alt, source }) => `${alt ?? '-'} ${source.slice(at.length)}`)
}

const figures = async (id: string) => {
  const { waiting, done, failed, items } = await ask('GET', `/product-imports/${id}/pictures`)
  const told = items.map(({ row, reason }: { row: number; reason: string }) => `${row} ${reason}`)
  return { counts: [waiting, done, failed], told }
}

describe('pictures by address', () => {
  test('fetched after the products stand, put on them in their order, and taken back with them', async () => {
    await imported('mug,Mug,TRUE,,,MUG,1.00,,,')
    const id = await imported(
      `mug,Mug,TRUE,,,MUG,1.00,${at}/blue.png,Blue one,`,
      `mug,,,,,,,${at}/moved.png,,`,
      `jar,Jar,TRUE,Size,S,JAR-S,1.00,${at}/red.png,Red one,${at}/blue.png`,
      'jar,,,,L,JAR-L,1.00,,,',
    )
    assert.deepEqual(await figures(id), { counts: [4, 0, 0], told: [] })
    assert.deepEqual(await shown('mug'), [])
    await fetchAll(id)
    assert.deepEqual(await figures(id), { counts: [0, 4, 0], told: [] })
    assert.deepEqual(await shown('mug'), ['Blue one /blue.png', '- /moved.png', '- /red.png'])
    const [jar] = await house.asOwner<{ small: string | null; large: string | null; blue: string }>(
      `SELECT (SELECT image_file_id FROM catalog.variant WHERE sku = 'JAR-S') AS small,
        (SELECT image_file_id FROM catalog.variant WHERE sku = 'JAR-L') AS large,
        (SELECT file_id FROM catalog.picture_source WHERE address LIKE '%/blue.png') AS blue`,
    )
    assert.deepEqual([jar?.small === jar?.blue, jar?.large], [true, null])
    const before = asked.length
    const again = await imported(`mug,Mug,TRUE,,,MUG,1.00,${at}/blue.png,Blue one,`, `mug,,,,,,,${at}/moved.png,,`)
    assert.equal((await ask('GET', `/product-imports/${again}`)).unchanged, 1, 'the same file again changes nothing')
    assert.equal(asked.length, before, 'and asks nobody')
    await ask('POST', `/product-imports/${id}/reversal`)
    await house.runJobs(['run-task'])
    assert.deepEqual(await shown('mug'), [])
    await house.expectNoBreach()
  })

  test('what fails is told by its row and can be asked for once more; private addresses are never asked', async () => {
    const id = await imported(
      `cup,Cup,TRUE,,,CUP,1.00,${at}/blue.png,,`,
      `cup,,,,,,,${at}/words.png,,`,
      `cup,,,,,,,${at}/gone.png,,`,
      `cup,,,,,,,${at}/inwards.png,,`,
      'cup,,,,,,,https://192.168.1.1/a.png,,',
      'cup,,,,,,,https://[fe80::1]/a.png,,',
      'cup,,,,,,,picture-on-my-disk.png,,',
    )
    await fetchAll(id)
    const told = ['3 not_a_picture', '4 not_there', '5 address_refused', '6 address_refused', '7 address_refused']
    assert.deepEqual(await figures(id), { counts: [0, 1, 5], told })
    assert.deepEqual(await shown('cup'), ['- /blue.png'], 'what came is there')
    const blue = answers.get('/blue.png')
    answers.set('/gone.png', { status: 200, body: blue?.body ?? Buffer.from('') })
    assert.deepEqual(await ask('POST', `/product-imports/${id}/picture-fetches`), { count: 5 })
    await fetchAll(id)
    assert.deepEqual((await figures(id)).counts, [0, 2, 4])
    const strict = await imported(`pan,Pan,TRUE,,,PAN,1.00,${at}/strict.png,,`)
    const before = asked.length
    await fetchAll(strict, { ...near, ports: { ...near.ports, picturesFromLoopback: false } })
    assert.deepEqual(await figures(strict), { counts: [0, 0, 1], told: ['2 address_refused'] })
    assert.equal(asked.length, before)
  })

  test('who does not answer is asked again later, three times in all', async () => {
    const id = await imported(`pot,Pot,TRUE,,,POT,1.00,${at}/tired.png,,`)
    for (const waiting of [1, 1, 0]) {
      await fetchAll(id)
      assert.equal((await figures(id)).counts[0], waiting)
      await fetchAll(id)
      assert.equal((await figures(id)).counts[0], waiting, 'not before its time')
      await house.asOwner(
        `UPDATE catalog.import_picture SET due_at = now() - interval '1 minute' WHERE state = 'waiting'`,
      )
    }
    assert.deepEqual(await figures(id), { counts: [0, 0, 1], told: ['2 unreachable'] })
    assert.equal(asked.filter((path) => path === '/tired.png').length, 3)
  })

  test('every picture of the catalogue’s set is taken', { skip: pictures.skip }, async () => {
    const names = [...answers.keys()].filter((path) => path.endsWith('.webp'))
    assert.ok(names.length > 30)
    const id = await imported(...names.map((path, n) => `shown-${n},Shown,TRUE,,,SHOWN-${n},1.00,${at}${path},,`))
    await fetchAll(id)
    assert.deepEqual((await figures(id)).counts, [0, names.length, 0])
  })
})
