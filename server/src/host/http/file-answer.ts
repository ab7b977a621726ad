import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { takesGzip } from './page-cache.ts'

/** What a route with `sendsFile` answers: always a download, since nothing that was uploaded may show itself as a page of ours. */
export interface FileAnswer {
  readonly name: string
  readonly mediaType: string
  /** Unknown for what is written while it is sent. */
  readonly bytes?: number
  readonly body: Buffer | Readable
  /** The bytes are packed so; who cannot take that gets them unpacked. */
  readonly packed?: 'gzip'
  /** Of what is kept: whoever names it in If-None-Match has these bytes already. */
  readonly tag?: string
  readonly changedAt?: Date
}

/** Stands where other routes have the schema of their JSON. */
export const fileAnswerSchema = Type.Unsafe<FileAnswer>({ type: 'string', description: 'The bytes, as a download.' })

export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const { name, mediaType, bytes, tag, changedAt } = file
  // Weak: packed and unpacked bytes bear the same.
  if (tag !== undefined) reply.header('etag', `W/"${tag}"`).header('cache-control', 'private, no-cache')
  // RFC 9110, section 5.6.7: to the second.
  if (changedAt) reply.header('last-modified', changedAt.toUTCString())
  if (hasIt(reply.request.headers, file)) return reply.code(304).send()
  if (bytes !== undefined) reply.header('content-length', bytes)
  return reply
    .header('content-disposition', attachmentHeader(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .type(mediaType)
    .send(bodyOf(reply, file))
}

/** RFC 9110, section 13.2.2: the tag counts before the time. */
function hasIt(headers: FastifyRequest['headers'], { tag, changedAt }: FileAnswer): boolean {
  const asked = headers['if-none-match']
  if (asked !== undefined) {
    const tags = asked.split(',').map((one) => one.trim().replace(/^W\//, ''))
    return tag !== undefined && (tags.includes(`"${tag}"`) || tags.includes('*'))
  }
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return changedAt !== undefined && Math.floor(changedAt.getTime() / 1_000) * 1_000 <= since
}

function bodyOf(reply: FastifyReply, { body, packed }: FileAnswer): Buffer | Readable {
  if (packed === undefined) return body
  reply.header('vary', 'accept-encoding')
  if (takesGzip(reply.request.headers['accept-encoding'])) {
    reply.header('content-encoding', packed)
    return body
  }
  return (Buffer.isBuffer(body) ? Readable.from([body]) : body).pipe(createGunzip())
}

/** RFC 6266 with both forms of the name: letters of every language for browsers, plain ASCII for whatever else reads it. */
export function attachmentHeader(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%;/]/g, '_')
  const exact = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
