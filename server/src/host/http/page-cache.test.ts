import assert from 'node:assert/strict'
import { createServer, request as ask } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { PageCache, bestEncoding } from './page-cache.ts'

const opened: { close(): void }[] = []
afterEach(() => {
  for (const server of opened.splice(0)) server.close()
})

const LONG = 'a long page '.repeat(500)

/** A server that renders `page` and counts how often. */
async function serve(cache: PageCache, site: { version: bigint; page: string; rendered?: number }) {
  const server = createServer((request, response) => {
    const wishes = {
      id: 'request',
      ifNoneMatch: request.headers['if-none-match'],
      acceptEncoding: request.headers['accept-encoding'],
    }
    if (cache.serve(request.url ?? '', site.version, wishes, response)) return
    site.rendered = (site.rendered ?? 0) + 1
    cache.keep(request.url ?? '', site.version, site.page, wishes, response)
  })
  opened.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const call = ask({ port, path, headers, host: '127.0.0.1', agent: false }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        )
      })
      call.on('error', reject)
      call.end()
    })
}

function cacheWith(options: { maxBytes?: number; clock?: { ms: number } } = {}) {
  const clock = options.clock ?? { ms: 0 }
  return new PageCache({ maxBytes: options.maxBytes ?? 1_000_000, maxAgeMs: 60_000, elapsed: () => clock.ms })
}

describe('a page is rendered once', () => {
  test('for the same content version, with the same bytes', async () => {
    const site = { version: 1n, page: '<p>à la carte</p>', rendered: 0 }
    const get = await serve(cacheWith(), site)
    const [first, second] = [await get('/a'), await get('/a')]
    assert.equal(site.rendered, 1)
    assert.deepEqual(first.body, Buffer.from('<p>à la carte</p>'))
    assert.deepEqual(second.body, first.body)
    assert.equal(second.headers.etag, first.headers.etag)
    assert.equal(second.headers['content-length'], String(first.body.length))
    assert.equal(second.headers['content-type'], 'text/html; charset=utf-8')
  })

  test('and anew when the version has moved on', async () => {
    const site = { version: 1n, page: 'old', rendered: 0 }
    const get = await serve(cacheWith(), site)
    await get('/a')
    Object.assign(site, { version: 2n, page: 'new' })
    assert.equal((await get('/a')).body.toString(), 'new')
    assert.equal(site.rendered, 2)
  })

  test('and anew after a minute, whatever the version says', async () => {
    const clock = { ms: 0 }
    const site = { version: 1n, page: 'page', rendered: 0 }
    const get = await serve(cacheWith({ clock }), site)
    await get('/a')
    clock.ms = 59_999
    await get('/a')
    assert.equal(site.rendered, 1)
    clock.ms = 60_000
    await get('/a')
    assert.equal(site.rendered, 2)
  })
})

describe('who has it already is told so', () => {
  test('by 304, without the bytes', async () => {
    const get = await serve(cacheWith(), { version: 7n, page: 'page' })
    const { etag = '' } = (await get('/a')).headers
    assert.match(etag, /^W\/"7-/)
    const again = await get('/a', { 'if-none-match': etag })
    assert.equal(again.status, 304)
    assert.equal(again.body.length, 0)
    assert.equal(again.headers.etag, etag)
  })

  test('but not when the page changed under the same version', async () => {
    const clock = { ms: 0 }
    const site = { version: 7n, page: '3 left' }
    const get = await serve(cacheWith({ clock }), site)
    const { etag = '' } = (await get('/a')).headers
    site.page = '2 left'
    clock.ms = 60_000
    const again = await get('/a', { 'if-none-match': etag })
    assert.equal(again.status, 200)
    assert.equal(again.body.toString(), '2 left')
  })
})

describe('bytes travel compressed', () => {
  for (const [encoding, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    test(`as ${encoding}, from the request after the first that could use it`, async () => {
      const cache = cacheWith()
      const get = await serve(cache, { version: 1n, page: LONG })
      const headers = { 'accept-encoding': encoding }
      await get('/a', headers)
      const plainBytes = cache.bytes
      assert.equal((await get('/a', headers)).headers['content-encoding'], undefined)
      while (cache.bytes === plainBytes) await wait(5)
      const packed = await get('/a', headers)
      assert.equal(packed.headers['content-encoding'], encoding)
      assert.ok(packed.body.length < LONG.length / 10)
      assert.equal(unpack(packed.body).toString(), LONG)
      assert.equal((await get('/a')).body.toString(), LONG)
    })
  }

  const wishes: [string | undefined, 'br' | 'gzip' | undefined][] = [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.000, gzip;q=0', undefined],
    ['identity', undefined],
    ['', undefined],
    [undefined, undefined],
  ]
  for (const [header, encoding] of wishes) {
    test(`"${header}" takes ${encoding ?? 'plain bytes'}`, () => assert.equal(bestEncoding(header), encoding))
  }
})

describe('bytes are bounded', () => {
  test('the least recently used page goes first', async () => {
    const cache = cacheWith({ maxBytes: 3 * (LONG.length + 1024) })
    const site = { version: 1n, page: LONG, rendered: 0 }
    const get = await serve(cache, site)
    for (const path of ['/a', '/b', '/c', '/a', '/d']) await get(path)
    assert.equal(site.rendered, 4)
    assert.ok(cache.bytes <= 3 * (LONG.length + 1024))
    await get('/a')
    assert.equal(site.rendered, 4)
    await get('/b')
    assert.equal(site.rendered, 5)
  })

  test('a page larger than the cache is answered and not kept', async () => {
    const cache = cacheWith({ maxBytes: 100 })
    const get = await serve(cache, { version: 1n, page: LONG })
    assert.equal((await get('/a')).body.toString(), LONG)
    assert.equal(cache.bytes, 0)
  })

  test('what is forgotten is counted no more', async () => {
    const cache = cacheWith()
    const site = { version: 1n, page: LONG }
    const get = await serve(cache, site)
    await get('/a')
    const one = cache.bytes
    for (let version = 2n; version < 10n; version++) {
      site.version = version
      await get('/a')
    }
    assert.equal(cache.bytes, one)
  })
})
