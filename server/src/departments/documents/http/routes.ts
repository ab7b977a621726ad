import { Type } from 'typebox'
import { linkKeysOf, openLink } from '../../../host/auth/links.ts'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { fileAnswerSchema } from '../../../host/http/file-answer.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { documentsList } from '../queries/documents-list.ts'
import { documentPlace, orderPlace } from '../queries/document-place.ts'
import { beginSeries } from '../use-cases/begin-series.ts'
import { issueByHand } from '../use-cases/issue-documents.ts'
import { mailDocument } from '../use-cases/mail-document.ts'
import { putRule } from '../use-cases/put-rule.ts'
import { getDocument, getLinkedDocument, viewDocumentsOfOrder, viewSeries } from '../use-cases/view-documents.ts'
import { fileOfDocument } from './file-of-document.ts'
import { presentDocument, presentSummary } from './present-document.ts'
import {
  documentSchema,
  documentSummarySchema,
  issueBody,
  languageQuery,
  orderDocumentsSchema,
  ruleBody,
  seriesBody,
  seriesSchema,
} from './schemas.ts'

export const routes: readonly Route[] = [
  ...listRoutes(documentsList, {
    path: '/documents',
    permission: 'documents:read',
    summary: 'Invoices, credit notes, receipts and packing slips, newest first',
    item: documentSummarySchema,
  }),
  query({
    method: 'GET',
    path: '/documents/:id',
    operationId: 'getDocument',
    summary: 'One document with everything that it says, and its place in the chain',
    permission: 'documents:read',
    own: 'any',
    withinScope: documentPlace,
    params: idParams,
    response: documentSchema,
    answer: async ({ house }, { params }) => {
      const found = await getDocument(house.database, params.id)
      return found.ok ? ok(presentDocument(found.value.kept, found.value.siblings)) : found
    },
  }),
  query({
    method: 'GET',
    path: '/documents/:id/file',
    operationId: 'downloadDocument',
    summary: 'The document as a PDF',
    permission: 'documents:read',
    own: 'any',
    withinScope: documentPlace,
    params: idParams,
    query: languageQuery,
    sendsFile: true,
    response: fileAnswerSchema,
    answer: async ({ house }, { params, query: { language } }) => {
      const found = await getDocument(house.database, params.id)
      return found.ok ? ok(await fileOfDocument(house, found.value.kept, language)) : found
    },
  }),
  command({
    method: 'POST',
    path: '/documents/:id/mails',
    operationId: 'mailDocument',
    summary: 'Send the customer a link to the document',
    permission: 'documents:send',
    own: 'any',
    withinScope: documentPlace,
    idempotent: true,
    status: 202,
    params: idParams,
    response: Type.Object({ recipient: Type.String() }),
    command: (ctx, { params: { id } }, { house }) => mailDocument(ctx, house, id),
  }),
  query({
    method: 'GET',
    path: '/orders/:id/documents',
    operationId: 'listOrderDocuments',
    summary: 'The documents of an order, and what of it could be issued now',
    permission: 'documents:read',
    own: 'any',
    withinScope: orderPlace,
    params: idParams,
    response: orderDocumentsSchema,
    answer: async (call, { params }) => {
      const view = await viewDocumentsOfOrder(call.house.database, params.id)
      if (!view.ok) return view
      const { documents, possible } = view.value
      return ok({ items: documents.map(presentSummary), allowedActions: allowedActions(call, possible) })
    },
  }),
  command({
    method: 'POST',
    path: '/orders/:id/documents',
    operationId: 'issueDocument',
    summary: 'Issue what the order lacks: the document of its sale, or a packing slip',
    permission: 'documents:issue',
    own: 'any',
    withinScope: orderPlace,
    idempotent: true,
    status: 201,
    params: idParams,
    body: issueBody,
    response: Type.Object({ id: idSchema, label: Type.String() }),
    command: async (ctx, { params, body: { what } }) => {
      const issued = await issueByHand(ctx, { orderId: params.id, what })
      return issued.ok ? ok({ id: issued.value.id, label: issued.value.label }) : issued
    },
  }),
  query({
    method: 'GET',
    path: '/order-links/:token/documents/:documentId',
    operationId: 'downloadLinkedDocument',
    summary: 'A document of the order that a signed link opens, as a PDF',
    permission: 'public',
    own: 'link',
    params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 120 }), documentId: idSchema }),
    sendsFile: true,
    response: fileAnswerSchema,
    answer: async ({ house }, { params: { token, documentId } }) => {
      const orderId = openLink(linkKeysOf(house), 'order', token)
      const found = await getLinkedDocument(house.database, { orderId, documentId })
      return found.ok ? ok(await fileOfDocument(house, found.value, undefined)) : found
    },
  }),
  query({
    method: 'GET',
    path: '/document-series',
    operationId: 'listDocumentSeries',
    summary: 'How documents are numbered, what each number would be next, and when markets issue them',
    permission: 'documents:read',
    own: 'any',
    response: seriesSchema,
    answer: async ({ house }) => {
      const { entities, items, rules } = await viewSeries(house.database, house.clock.now())
      return ok({ entities, items, rules })
    },
  }),
  command({
    method: 'POST',
    path: '/document-series',
    operationId: 'beginDocumentSeries',
    summary: 'From now on documents of a kind are numbered like this; the series before ends',
    permission: 'documents:write',
    own: 'any',
    idempotent: true,
    status: 201,
    body: seriesBody,
    response: Type.Object({ id: idSchema }),
    command: (ctx, { body: { firstNumber, ...body } }) =>
      beginSeries(ctx, { ...body, firstNumber: BigInt(firstNumber) }),
  }),
  command({
    method: 'PUT',
    path: '/document-rules/:market',
    operationId: 'putDocumentRule',
    summary: 'When a market’s sales are documented, and with what (If-Match: version)',
    permission: 'documents:write',
    own: 'any',
    params: Type.Object({ market: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }) }),
    body: ruleBody,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params: { market }, body }, { ifMatch }) => putRule(ctx, { market, ...body }, ifMatch),
  }),
]
