import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bestEncoding } from '../host/http/page-cache.ts'

interface Asset {
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer | undefined
  readonly gzip: Buffer | undefined
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

const ownFolder = join(import.meta.dirname, 'assets')
// Islands are TypeScript for the browser: built by `npm run build` before the program starts.
const islandFolder = join(import.meta.dirname, '..', '..', 'dist', 'islands')

/** One file for the browser, several for the reader, in this order. */
const SHEETS = [
  'ground.css',
  'frame.css',
  'browse.css',
  'focal.css',
  'product.css',
  'record.css',
  'buy.css',
  'checkout.css',
]

/** URL -> asset. The address carries the hash of the content, so that browsers may keep it for ever. */
const assets = new Map<string, Asset>()
const urls = new Map<string, string>()

publish('shop.css', Buffer.from(SHEETS.map((name) => readFileSync(join(ownFolder, name), 'utf8')).join('\n')))
publishIslands()

export function assetUrl(name: string): string {
  const url = urls.get(name)
  if (url === undefined) throw new Error(`No asset is called ${name}`)
  return url
}

/** Undefined where the islands were not built: every page works without them. */
export function islandUrl(name: string): string | undefined {
  return urls.get(`islands/${name}.js`)
}

/** Gives a file an immutable address. */
export function publish(name: string, bytes: Buffer): string {
  return publishAt(name, `/assets/${hashOf(bytes)}/${name}`, bytes)
}

/** Modules import each other by relative names: they share one folder, named by the hash of them all. */
function publishIslands(): void {
  if (!existsSync(islandFolder)) return
  const files = readdirSync(islandFolder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, bytes: readFileSync(join(islandFolder, name)) }))
  const together = hashOf(Buffer.concat(files.map(({ bytes }) => bytes)))
  for (const { name, bytes } of files) publishAt(`islands/${name}`, `/assets/${together}/${name}`, bytes)
}

function publishAt(name: string, url: string, bytes: Buffer): string {
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  const isText = !type.startsWith('image/webp')
  assets.set(url, isText ? packedWhenAsked(type, bytes) : { type, plain: bytes, br: undefined, gzip: undefined })
  urls.set(name, url)
  return url
}

/** Not every process of the house sends pages. */
function packedWhenAsked(type: string, plain: Buffer): Asset {
  let br: Buffer | undefined
  let gzip: Buffer | undefined
  return {
    type,
    plain,
    get br() {
      return (br ??= brotliCompressSync(plain))
    },
    get gzip() {
      return (gzip ??= gzipSync(plain))
    },
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 12)
}

export function mountAssets(app: FastifyInstance): void {
  app.get('/assets/:hash/:name', (request: FastifyRequest, reply: FastifyReply) => {
    const asset = assets.get(request.url.split('?', 1)[0] ?? '')
    if (!asset) return reply.callNotFound()
    const encoding = bestEncoding(request.headers['accept-encoding'])
    const packed = encoding === undefined ? undefined : asset[encoding]
    if (packed) reply.header('content-encoding', encoding)
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .type(asset.type)
      .send(packed ?? asset.plain)
  })
}
