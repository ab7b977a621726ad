import { Type } from 'typebox'
import { fileNameQuery } from '../../../../host/attachments/present-file.ts'
import { handOut, takeGoods } from '../../../../host/attachments/take-file.ts'
import { runCommand } from '../../../../host/context.ts'
import { fileAnswerSchema } from '../../../../host/http/file-answer.ts'
import { command, query, steps, type Route } from '../../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../../../host/http/schemas.ts'
import { KIND_LIMITS } from '../../use-cases/bundle-words.ts'
import { addDownload, removeDownload } from '../../use-cases/kinds/change-downloads.ts'
import { putKindTerms } from '../../use-cases/kinds/put-kind-terms.ts'
import { getDownload, viewKindTerms } from '../../use-cases/kinds/view-kind-terms.ts'
import { kindSchema } from '../bundle-schemas.ts'

const note = Type.Optional(Type.String({ maxLength: KIND_LIMITS.note }))

const termsFields = {
  downloadLimit: nullable(
    Type.Integer({ minimum: 1, maximum: KIND_LIMITS.downloads, description: 'How often each file may be downloaded.' }),
  ),
  downloadDays: nullable(
    Type.Integer({
      minimum: 1,
      maximum: KIND_LIMITS.days,
      description: 'For how long, from when it becomes available.',
    }),
  ),
  notes: Type.Object(
    { en: note, it: note, es: note, id: note },
    { additionalProperties: false, description: 'Of a service: where it is given, how an appointment is made.' },
  ),
}

const downloadSchema = Type.Object({
  fileId: idSchema,
  number: Type.Integer({ description: 'Which version of the file it is.' }),
  name: Type.String(),
  mediaType: Type.String({ description: 'Judged by the content.' }),
  bytes: Type.Integer(),
  addedAt: instantSchema,
})

const fileParams = Type.Object({ id: idSchema, fileId: idSchema })

export const kindRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/products/:id/kind-terms',
    operationId: 'getKindTerms',
    summary:
      'How a product that is not delivered reaches its buyers: its files and how often, or where its service is given',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    params: idParams,
    response: Type.Object({
      kind: kindSchema,
      version: Type.Integer({ description: 'Of the product.' }),
      ...termsFields,
      downloads: Type.Array(downloadSchema),
    }),
    etag: 'version',
    answer: ({ house }, { params }) => viewKindTerms(house.database, params.id),
  }),
  command({
    method: 'PUT',
    path: '/products/:id/kind-terms',
    operationId: 'putKindTerms',
    summary: 'Says how often and how long files may be downloaded, or where a service is given',
    description:
      'Send the version of the product that you read in `If-Match`. Orders keep what was said when they were placed.',
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    body: Type.Object(termsFields, { additionalProperties: false }),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putKindTerms(ctx, { productId: params.id, version: ifMatch, terms: body }),
  }),
  steps({
    method: 'POST',
    path: '/products/:id/downloads',
    operationId: 'addDownload',
    summary: 'A file that buyers of a digital product download, or a new version of one',
    description:
      'The body is the file itself: a picture, a PDF, a text, an office document, a book (EPUB), sound, film or an archive, judged by its content. Who bought the product before gets the new version too.',
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    query: Type.Object({ ...fileNameQuery, replaces: Type.Optional(idSchema) }),
    streamBody: true,
    status: 201,
    response: Type.Object({ fileId: idSchema, number: Type.Integer() }),
    answer: async (call, { params: { id: productId }, query: { name, replaces } }) => {
      const { house, actor, requestId } = call
      const file = await takeGoods(call, name)
      if (!file.ok) return file
      return runCommand(house, { actor, requestId }, (ctx) =>
        addDownload(ctx, { productId, replaces, file: file.value }),
      )
    },
  }),
  query({
    method: 'GET',
    path: '/products/:id/downloads/:fileId',
    operationId: 'getDownload',
    summary: 'A file of a digital product, as its buyers get it',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    params: fileParams,
    sendsFile: true,
    response: fileAnswerSchema,
    answer: async (call, { params: { id: productId, fileId } }) => {
      const file = await getDownload(call.house.database, { productId, fileId })
      return file.ok ? handOut(call, { ...file.value, media_type: file.value.mediaType }) : file
    },
  }),
  command({
    method: 'DELETE',
    path: '/products/:id/downloads/:fileId',
    operationId: 'removeDownload',
    summary: 'Takes a file away, for those too who bought it',
    permission: 'catalog:write',
    own: 'any',
    params: fileParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params: { id: productId, fileId } }) => removeDownload(ctx, { productId, fileId }),
  }),
]
