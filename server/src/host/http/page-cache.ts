import { hash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** The better of what the client takes and the house makes; undefined for plain bytes. */
export function bestEncoding(header: string | string[] | undefined): Encoding | undefined {
  if (typeof header !== 'string') return undefined
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(header)) return 'br'
  return takesGzip(header) ? 'gzip' : undefined
}

export function takesGzip(header: string | string[] | undefined): boolean {
  return typeof header === 'string' && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(header)
}

interface Form {
  readonly bytes: Buffer
  /** As `writeHead` takes them: built once, so that answering from the cache builds nothing. */
  readonly headers: readonly string[]
}

interface Entry {
  readonly version: bigint
  readonly keptAtMs: number
  readonly etag: string
  readonly notModified: readonly string[]
  readonly plain: Form
  readonly packed: { br?: Form | 'making'; gzip?: Form | 'making' }
  size: number
  /** False once it is out of the cache: its bytes are not counted any more. */
  live: boolean
}

export interface PageCacheOptions {
  readonly maxBytes: number
  /** A page is rendered anew after this, whatever the versions say: what has no version (stock) stays fresh, too. */
  readonly maxAgeMs: number
  /** Names and values that every answer carries: part of the header block that is built once. */
  readonly headers?: readonly string[]
  /** Milliseconds that only grow. */
  readonly elapsed: () => number
}

export interface PageRequest {
  /** Told back to whoever asks about an answer; the only header that no two answers share. */
  readonly id: string
  readonly ifNoneMatch: string | undefined
  readonly acceptEncoding: string | string[] | undefined
}

const ENTRY_OVERHEAD_BYTES = 1024

/**
 * Rendered pages that are the same for everybody, as bytes with their header block: the least recently used go first when
 * the bytes run out. A page is good while the organisation's content version is the one that it was made from.
 *
 * Rejected: a cache of fragments (the cost is in the answer, not in the template), and one shared between processes (a
 * round trip costs more than rendering). Compression happens after the first answer that could use it, off the main thread.
 */
export class PageCache {
  readonly #options: PageCacheOptions
  readonly #entries = new Map<string, Entry>()
  #bytes = 0

  constructor(options: PageCacheOptions) {
    this.#options = options
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Answers from the cache; false when the page must be made. */
  serve(key: string, version: bigint, request: PageRequest, response: ServerResponse): boolean {
    const entry = this.#find(key, version)
    if (!entry) return false
    answer(entry, this.#formFor(entry, request.acceptEncoding), request, response)
    return true
  }

  /** Keeps a page that was just made and answers with it. */
  keep(key: string, version: bigint, page: string, request: PageRequest, response: ServerResponse): void {
    const bytes = Buffer.from(page)
    const entry = this.#entryOf(bytes, version)
    this.#forget(key)
    if (entry.size <= this.#options.maxBytes) {
      this.#entries.set(key, entry)
      this.#bytes += entry.size
      entry.live = true
      this.#makeRoom()
    }
    answer(entry, entry.plain, request, response)
  }

  #find(key: string, version: bigint): Entry | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    const isGood = entry.version === version && this.#options.elapsed() - entry.keptAtMs < this.#options.maxAgeMs
    if (!isGood) {
      this.#forget(key)
      return undefined
    }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry
  }

  #formFor(entry: Entry, acceptEncoding: string | string[] | undefined): Form {
    const encoding = bestEncoding(acceptEncoding)
    if (encoding === undefined) return entry.plain
    const packed = entry.packed[encoding]
    if (packed === undefined) void this.#pack(entry, encoding)
    return packed === undefined || packed === 'making' ? entry.plain : packed
  }

  async #pack(entry: Entry, encoding: Encoding): Promise<void> {
    entry.packed[encoding] = 'making'
    const bytes = await compress(entry.plain.bytes, encoding)
    entry.packed[encoding] = { bytes, headers: this.#headersOf(bytes, entry.etag, encoding) }
    entry.size += bytes.length
    if (!entry.live) return
    this.#bytes += bytes.length
    this.#makeRoom()
  }

  #entryOf(bytes: Buffer, version: bigint): Entry {
    const etag = `W/"${version}-${hash('sha1', bytes, 'base64url').slice(0, 12)}"`
    return {
      version,
      keptAtMs: this.#options.elapsed(),
      etag,
      notModified: ['etag', etag, ...SHARED_HEADERS, ...(this.#options.headers ?? [])],
      plain: { bytes, headers: this.#headersOf(bytes, etag, undefined) },
      packed: {},
      size: bytes.length + ENTRY_OVERHEAD_BYTES,
      live: false,
    }
  }

  #headersOf(bytes: Buffer, etag: string, encoding: Encoding | undefined): readonly string[] {
    return [
      'content-type',
      'text/html; charset=utf-8',
      'content-length',
      String(bytes.length),
      'etag',
      etag,
      ...SHARED_HEADERS,
      ...(encoding === undefined ? [] : ['content-encoding', encoding]),
      ...(this.#options.headers ?? []),
    ]
  }

  #makeRoom(): void {
    for (const key of this.#entries.keys()) {
      if (this.#bytes <= this.#options.maxBytes) return
      this.#forget(key)
    }
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#entries.delete(key)
    this.#bytes -= entry.size
    entry.live = false
  }
}

/** Kept by browsers, asked about each time: a change of a price shows at the next look. */
const SHARED_HEADERS = ['cache-control', 'private, no-cache', 'vary', 'accept-encoding, cookie']

function answer(entry: Entry, form: Form, request: PageRequest, response: ServerResponse): void {
  if (request.ifNoneMatch?.includes(entry.etag)) {
    response.writeHead(304, [...entry.notModified, 'x-request-id', request.id])
    response.end()
    return
  }
  response.writeHead(200, [...form.headers, 'x-request-id', request.id])
  response.end(form.bytes)
}

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gzipAsync(bytes)
  return brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
}
