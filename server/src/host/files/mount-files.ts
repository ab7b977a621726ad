import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUuid } from '../../kernel/ids.ts'
import type { House } from '../context.ts'
import { VARIANT_WIDTHS, VariantMaker, type VariantWidth } from './serve-variant.ts'
import { findFile, type FileRow } from './store-image.ts'

export interface FilesOptions {
  /** The folder of an organisation's files. */
  readonly folderOf: (house: House) => string
}

const NAME = /^([1-9]\d{2,3})\.webp$/
const REMEMBERED = 5_000

/**
 * GET /files/{id}/{width}.webp. A file's bytes never change under its id, so browsers and proxies may keep them for a year;
 * the path on disk is made of the row's hash, and nothing that the request carries reaches the file system.
 */
export function mountFiles(app: FastifyInstance, options: FilesOptions): void {
  const variants = new VariantMaker()
  const known = new Map<string, FileRow>()

  app.get<{ Params: { id: string; name: string } }>('/files/:id/:name', async (request, reply) => {
    const width = widthOf(request.params.name)
    const file = width && isUuid(request.params.id) ? await lookUp(known, request, request.params.id) : undefined
    if (!width || !file) return notFound(reply)
    const tag = `"${file.sha256.slice(0, 32)}-${width}"`
    reply.header('etag', tag).header('cache-control', 'public, max-age=31536000, immutable')
    if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send()
    const bytes = await variants.bytesOf(options.folderOf(request.house), file, width)
    if (bytes) return reply.type('image/webp').send(bytes)
    request.house.log.error('file missing on disk', { ref: file.id, requestId: request.id })
    reply.removeHeader('etag')
    return notFound(reply)
  })
}

function widthOf(name: string): VariantWidth | undefined {
  const asked = Number(NAME.exec(name)?.[1])
  return VARIANT_WIDTHS.find((width) => width === asked)
}

/** The app's own answer to unknown addresses: a problem, in the reader's language. */
function notFound(reply: FastifyReply): FastifyReply {
  reply.header('cache-control', 'no-store').callNotFound()
  return reply
}

/** Rows of files never change: remembered per organisation, the oldest forgotten first. */
async function lookUp(known: Map<string, FileRow>, request: FastifyRequest, id: string): Promise<FileRow | undefined> {
  const key = `${request.house.organisation.id} ${id.toLowerCase()}`
  const remembered = known.get(key)
  if (remembered) return remembered
  const file = await findFile(request.house.database, id)
  if (!file) return undefined
  if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? '')
  known.set(key, file)
  return file
}
