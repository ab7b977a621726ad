import { Type } from 'typebox'
import {
  beginImport,
  countImportPictures,
  createImport,
  findImport,
  findImportFile,
  importRefusals,
  listImportedProducts,
  listImportMappings,
  listFailedPictures,
  listImportRefusals,
  planImport,
  retryPictures,
} from '../../../departments/catalog/index.ts'
import { runCommand } from '../../../host/context.ts'
import { receiveWhole } from '../../../host/files/receive-whole.ts'
import { fileAnswerSchema } from '../../../host/http/file-answer.ts'
import { command, query, steps, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { startTask } from '../../../host/tasks/start-task.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isField } from '../formats/field.ts'
import { formatSchema } from './format-schema.ts'
import { askForPictures } from '../jobs/fetch-pictures.ts'
import { MOST_BYTES, readHead } from '../jobs/read-file.ts'
import { refusedRowsFile } from '../jobs/refused-rows.ts'
import { refusals } from '../refusals.ts'
import type { ShownReport } from '../shown-report.ts'
import { differenceSchema, presentDifferences } from './present-differences.ts'
import { importSchema, mappingSchema, presentImport, presentProblem } from './present-import.ts'

const MEGABYTE = 1_048_576
const begunSchema = Type.Object({ taskId: idSchema })
const pageQuery = {
  after: Type.Optional(Type.Integer({ minimum: 0, description: 'The `number` of the last one seen.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
}

// i18n-dynamic: import-products.task.*
const STEPS = {
  trial: {
    kind: 'try-import',
    title: 'import-products.task.trial',
    says: 'Tries an import: what would change, and which rows are refused',
  },
  run: {
    kind: 'run-import',
    title: 'import-products.task.named',
    says: 'Carries an import out, without the rows that its trial refused',
  },
  undo: {
    kind: 'undo-import',
    title: 'import-products.task.undo',
    says: 'Takes an import back, wherever nobody changed anything since',
  },
} as const

export const centreRoutes: readonly Route[] = [
  steps({
    method: 'POST',
    path: '/product-imports/files',
    operationId: 'receiveImportFile',
    summary: 'Takes a file of products to import',
    description: `The body is the file itself: CSV, XLSX or JSON, at most ${MOST_BYTES / MEGABYTE} MB. Its format is recognised by its first row. Nothing is imported yet.`,
    permission: 'catalog:import',
    own: 'any',
    query: Type.Object({ name: Type.Optional(Type.String({ maxLength: 200, description: "The file's." })) }),
    streamBody: true,
    rateLimit: { perMinute: 30 },
    response: Type.Object({ id: idSchema }),
    status: 201,
    answer: (call, { query: { name } }) => takeFile(call, name ?? 'products'),
  }),
  query({
    method: 'GET',
    path: '/product-imports/:id',
    operationId: 'getProductImport',
    summary: 'An import: its columns, what its trial found, how far it is',
    permission: 'catalog:import',
    own: 'any',
    params: idParams,
    response: importSchema,
    answer: async (call, { params: { id } }) => {
      const { database } = call.house
      const [record, mappings] = await Promise.all([findImport(database, id), listImportMappings(database)])
      return record ? ok(presentImport(record, mappings, call)) : importRefusals.import_not_found()
    },
  }),
  command({
    method: 'PUT',
    path: '/product-imports/:id/plan',
    operationId: 'planProductImport',
    summary: 'Says what the columns of a file are, and in which currency and for which location it is meant',
    description: 'Without a mapping the format says what the columns are. What was tried before is to be tried again.',
    permission: 'catalog:import',
    own: 'any',
    params: idParams,
    body: Type.Object(
      {
        format: formatSchema,
        mapping: mappingSchema,
        currency: nullable(Type.String({ pattern: '^[A-Z]{3}$' })),
        location: nullable(Type.String({ maxLength: 100 })),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ id: idSchema }),
    command: async (ctx, { params: { id }, body }) => {
      const unknown = (body.mapping ?? []).findIndex((field) => field !== null && !isField(field))
      if (unknown >= 0)
        return refusals.unknown_field({
          field: `mapping.${unknown}`,
          params: { field: String(body.mapping?.[unknown]) },
        })
      const planned = await planImport(ctx, id, body)
      return planned.ok ? ok({ id }) : planned
    },
  }),
  begin('/product-imports/:id/trial', 'tryProductImport', 'trial'),
  begin('/product-imports/:id/execution', 'runProductImport', 'run'),
  begin('/product-imports/:id/reversal', 'undoProductImport', 'undo'),
  query({
    method: 'GET',
    path: '/product-imports/:id/products',
    operationId: 'listImportedProducts',
    summary: 'What an import did to each product, and what of it could not be set back',
    permission: 'catalog:import',
    own: 'any',
    params: idParams,
    query: Type.Object({
      ...pageQuery,
      kept: Type.Optional(Type.Boolean({ description: 'Only what could not be set back.' })),
    }),
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          number: Type.Integer(),
          productId: idSchema,
          handle: Type.String(),
          created: Type.Boolean(),
          differences: Type.Array(differenceSchema),
          undoneAt: nullable(instantSchema),
          kept: Type.Array(Type.Object({ ...differenceSchema.properties, reason: Type.String() })),
        }),
      ),
    }),
    answer: async (call, { params, query: { after = 0, limit = 50, kept = false } }) => {
      const { house } = call
      const found = await findImport(house.database, params.id)
      if (!found) return importRefusals.import_not_found()
      const currency = (found.report as ShownReport | null)?.currency ?? found.currency
      const lines = await listImportedProducts(house.database, { importId: params.id, after, limit, kept })
      return ok({
        items: lines.map((line) => ({
          ...line,
          differences: presentDifferences(line.differences, currency, call),
          kept: presentDifferences(line.kept, currency, call),
          undoneAt: line.undoneAt?.toISOString() ?? null,
        })),
      })
    },
  }),
  query({
    method: 'GET',
    path: '/product-imports/:id/refusals',
    operationId: 'listImportRefusals',
    summary: 'The rows of a file that were refused, why, and what to do',
    permission: 'catalog:import',
    own: 'any',
    params: idParams,
    query: Type.Object(pageQuery),
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          number: Type.Integer(),
          row: Type.Integer({ description: 'As a spreadsheet counts; the headings are 1.' }),
          line: Type.Integer({ description: 'As a text editor counts.' }),
          column: Type.String(),
          code: Type.String(),
          title: Type.String(),
          remedy: Type.String(),
        }),
      ),
    }),
    answer: async (call, { params, query: { after = 0, limit = 50 } }) => {
      const { database } = call.house
      if (!(await findImport(database, params.id))) return importRefusals.import_not_found()
      const places = await listImportRefusals(database, { importId: params.id, after, limit })
      return ok({ items: places.map(({ refusal, ...place }) => ({ ...place, ...presentProblem(refusal, call) })) })
    },
  }),
  query({
    method: 'GET',
    path: '/product-imports/:id/pictures',
    operationId: 'listImportPictures',
    summary: 'How far the pictures are that a file names by address, and which could not be fetched',
    permission: 'catalog:import',
    own: 'any',
    params: idParams,
    query: Type.Object(pageQuery),
    response: Type.Object({
      waiting: Type.Integer(),
      done: Type.Integer(),
      failed: Type.Integer(),
      items: Type.Array(
        Type.Object({
          number: Type.Integer(),
          row: Type.Integer({ description: 'As a spreadsheet counts; the headings are 1.' }),
          handle: Type.String(),
          address: Type.String(),
          reason: Type.String({
            description:
              'address_refused, timeout, unreachable, not_there, too_many_bytes, not_a_picture or too_many_pixels.',
          }),
        }),
        { description: 'Those that failed.' },
      ),
    }),
    answer: async ({ house: { database } }, { params, query: { after = 0, limit = 50 } }) => {
      if (!(await findImport(database, params.id))) return importRefusals.import_not_found()
      const [counts, items] = await Promise.all([
        countImportPictures(database, params.id),
        listFailedPictures(database, { importId: params.id, after, limit }),
      ])
      return ok({ ...counts, items: [...items] })
    },
  }),
  command({
    method: 'POST',
    path: '/product-imports/:id/picture-fetches',
    operationId: 'fetchImportPicturesAgain',
    summary: 'Asks once more for the pictures that could not be fetched',
    permission: 'catalog:import',
    own: 'any',
    params: idParams,
    response: Type.Object({ count: Type.Integer() }),
    status: 202,
    command: async (ctx, { params: { id } }) => {
      const waiting = await retryPictures(ctx, id)
      if (!waiting.ok) return waiting
      if (waiting.value > 0) askForPictures(ctx, id)
      return ok({ count: waiting.value })
    },
  }),
  query({
    method: 'GET',
    path: '/product-imports/:id/refused-rows',
    operationId: 'downloadRefusedRows',
    summary: 'The refused rows as CSV, with a column of reasons: to be mended and imported again',
    permission: 'catalog:import',
    own: 'any',
    params: idParams,
    sendsFile: true,
    response: fileAnswerSchema,
    answer: async (call, { params: { id } }) => {
      const record = await findImport(call.house.database, id)
      if (!record) return importRefusals.import_not_found()
      const file = await findImportFile(call.house.database, id)
      if (!file) return importRefusals.import_file_gone()
      return ok(await refusedRowsFile(call, { record, file }))
    },
  }),
]

function begin(path: string, operationId: string, step: keyof typeof STEPS): Route {
  const { kind, title, says } = STEPS[step]
  return command({
    method: 'POST',
    path,
    operationId,
    summary: says,
    description:
      'As a task, which is watched under `/tasks/{id}`. Begun again after it died, it goes on from where it was.',
    permission: 'catalog:import',
    own: 'any',
    params: idParams,
    response: begunSchema,
    status: 202,
    command: async (ctx, { params: { id } }) => {
      const begun = await beginImport(ctx, id, {
        step,
        start: ({ name }) => startTask(ctx, { kind, titleKey: title, titleParams: { name }, input: { importId: id } }),
      })
      return begun.ok ? ok({ taskId: begun.value.taskId ?? '' }) : begun
    },
  })
}

async function takeFile({ house, actor, requestId, upload }: Call, name: string): Promise<Result<{ id: string }>> {
  const bytes = await receiveWhole(upload, MOST_BYTES)
  if (bytes === 'empty') return hostRefusals.file_empty()
  if (bytes === 'too_large') return hostRefusals.file_too_large({ params: { megabytes: MOST_BYTES / MEGABYTE } })
  const head = await readHead(bytes)
  if (!head.ok) return head
  return runCommand(house, { actor, requestId }, async (ctx) => {
    const plan = { format: head.value.format, mapping: null, currency: null, location: null }
    return ok({ id: createImport(ctx, { name, columns: head.value.columns, bytes, ...plan }) })
  })
}
