import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

/** What a route with `sendsFile` answers: always a download, since nothing that was uploaded may show itself as a page of ours. */
export interface FileAnswer {
  readonly name: string
  readonly mediaType: string
  /** Unknown for what is written while it is sent. */
  readonly bytes?: number
  readonly body: Buffer | Readable
}

/** Stands where other routes have the schema of their JSON. */
export const fileAnswerSchema = Type.Unsafe<FileAnswer>({ type: 'string', description: 'The bytes, as a download.' })

export function sendFile(reply: FastifyReply, { name, mediaType, bytes, body }: FileAnswer): FastifyReply {
  if (bytes !== undefined) reply.header('content-length', bytes)
  return reply
    .header('content-disposition', attachmentHeader(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .type(mediaType)
    .send(body)
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
