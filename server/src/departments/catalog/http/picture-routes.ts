import { Type } from 'typebox'
import { runCommand } from '../../../host/context.ts'
import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, receivePicture, type PictureFlaw } from '../../../host/files/index.ts'
import { command, steps, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { getProduct } from '../queries/get-product.ts'
import { addPicture, arrangePictures, refusePicture, removePicture } from '../use-cases/change-pictures.ts'
import type { SavedProduct } from '../use-cases/write-plan.ts'
import { imageSchema, savedPicturesSchema } from './schemas.ts'

const MEGABYTE = 1024 * 1024
const MILLION = 1_000_000
const pictureParams = Type.Object({ id: idSchema, fileId: idSchema })

export const pictureRoutes: readonly Route[] = [
  steps({
    method: 'POST',
    path: '/products/:id/pictures',
    operationId: 'addProductPicture',
    summary: 'Adds a picture to a product',
    description: `The body is the picture itself (JPEG, PNG, WebP, GIF, TIFF or HEIF, judged by its content), at most ${MAX_PICTURE_BYTES / MEGABYTE} MB and ${MAX_PICTURE_PIXELS / MILLION} megapixels. It is kept upright and without what the camera wrote into it. The same picture again is the one that is there.`,
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    streamBody: true,
    response: Type.Object({ ...savedPicturesSchema.properties, fileId: idSchema }),
    status: 201,
    etag: 'version',
    answer: (call, { params }) => takePicture(call, params.id),
  }),
  command({
    method: 'PUT',
    path: '/products/:id/pictures',
    operationId: 'arrangeProductPictures',
    summary: 'Orders the pictures of a product and says what they show',
    description:
      'All pictures in their new order, with their texts in each language; what is not named is taken off. Send the version that you read in `If-Match`.',
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    body: Type.Object({ pictures: Type.Array(imageSchema, { maxItems: 250 }) }, { additionalProperties: false }),
    response: savedPicturesSchema,
    etag: 'version',
    command: async (ctx, { params, body }, { ifMatch }) => {
      if (ifMatch === undefined) return hostRefusals.version_required({ field: 'If-Match' })
      const pictures = body.pictures.map(({ fileId, alts, focal }) => ({ fileId, alts: withoutEmpty(alts), focal }))
      return saved(await arrangePictures(ctx, { productId: params.id, version: ifMatch, pictures }))
    },
  }),
  command({
    method: 'DELETE',
    path: '/products/:id/pictures/:fileId',
    operationId: 'removeProductPicture',
    summary: 'Takes a picture off a product',
    permission: 'catalog:write',
    own: 'any',
    params: pictureParams,
    response: savedPicturesSchema,
    etag: 'version',
    command: async (ctx, { params }) =>
      saved(await removePicture(ctx, { productId: params.id, fileId: params.fileId })),
  }),
]

/** Decoding takes long: the picture is stored first, and put on the product in a transaction of its own. */
async function takePicture(call: Call, productId: string) {
  const { house, actor, requestId, upload } = call
  const product = await getProduct(house.database, productId)
  if (!product.ok) return product
  const folder = house.ports?.filesFolder
  if (folder === undefined) throw new Error('this process was told no folder for files')
  const received = await receivePicture(house, folder, upload)
  if ('flaw' in received) return flawed(received.flaw)
  const { fileId } = received.stored
  const added = saved(await runCommand(house, { actor, requestId }, (ctx) => addPicture(ctx, { productId, fileId })))
  return added.ok ? ok({ ...added.value, fileId }) : added
}

function flawed(flaw: PictureFlaw | 'empty') {
  if (flaw === 'empty') return hostRefusals.file_empty()
  if (flaw === 'too_many_bytes') {
    return hostRefusals.file_too_large({ params: { megabytes: MAX_PICTURE_BYTES / MEGABYTE } })
  }
  return refusePicture(flaw, MAX_PICTURE_PIXELS / MILLION)
}

function saved(result: Result<SavedProduct>) {
  return result.ok ? ok({ id: result.value.productId, version: result.value.version }) : result
}

function withoutEmpty(alts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const written = Object.entries(alts).map(([language, text]) => [language, (text ?? '').trim()] as const)
  return Object.fromEntries(written.filter(([, text]) => text !== ''))
}
