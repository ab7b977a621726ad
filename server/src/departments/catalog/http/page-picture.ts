import { Type } from 'typebox'
import { runCommand, type Context } from '../../../host/context.ts'
import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, receivePicture } from '../../../host/files/index.ts'
import { command, steps, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusePicture } from '../use-cases/change-pictures.ts'

const MEGABYTE = 1024 * 1024
const MILLION = 1_000_000
const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })

interface PagePicture {
  /** `/categories/:id/picture` */
  readonly path: string
  /** Whose: category. */
  readonly of: 'Category' | 'Collection' | 'Brand'
  /** Whether there is such a page: asked before the picture is read. */
  readonly find: (call: Call, id: string) => Promise<Result<unknown>>
  readonly set: (ctx: Context, id: string, fileId: string | null) => Promise<Result<{ id: string; version: number }>>
}

/** The one picture of a page of the shop: put by its bytes, taken away again. */
export function pagePictureRoutes({ path, of, find, set }: PagePicture): Route[] {
  const one = of.toLowerCase()
  return [
    steps({
      method: 'POST',
      path,
      operationId: `set${of}Picture`,
      summary: `Gives a ${one} its picture`,
      description: 'The body is the picture itself, judged by its content; it takes the place of the one before.',
      permission: 'catalog:write',
      own: 'any',
      params: idParams,
      streamBody: true,
      response: Type.Object({ ...savedSchema.properties, fileId: idSchema }),
      status: 201,
      answer: async (call, { params }) => {
        const found = await find(call, params.id)
        if (!found.ok) return found
        const fileId = await takePicture(call)
        if (!fileId.ok) return fileId
        const { house, actor, requestId } = call
        const saved = await runCommand(house, { actor, requestId }, (ctx) => set(ctx, params.id, fileId.value))
        return saved.ok ? ok({ ...saved.value, fileId: fileId.value }) : saved
      },
    }),
    command({
      method: 'DELETE',
      path,
      operationId: `remove${of}Picture`,
      summary: `Takes the picture of a ${one} away`,
      permission: 'catalog:write',
      own: 'any',
      params: idParams,
      response: savedSchema,
      command: (ctx, { params }) => set(ctx, params.id, null),
    }),
  ]
}

async function takePicture({ house, upload }: Call): Promise<Result<string>> {
  const folder = house.ports?.filesFolder
  if (folder === undefined) throw new Error('this process was told no folder for files')
  const received = await receivePicture(house, folder, upload)
  if ('stored' in received) return ok(received.stored.fileId)
  if (received.flaw === 'empty') return hostRefusals.file_empty()
  if (received.flaw === 'too_many_bytes') {
    return hostRefusals.file_too_large({ params: { megabytes: MAX_PICTURE_BYTES / MEGABYTE } })
  }
  return refusePicture(received.flaw, MAX_PICTURE_PIXELS / MILLION)
}
