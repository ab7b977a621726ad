import { Type } from 'typebox'
import { staffBehind } from '../../../host/actor.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { ok } from '../../../kernel/result.ts'
import { previewMail, sendTestMail, type Look } from '../use-cases/preview-mail.ts'
import { restoreTemplate, saveTemplate } from '../use-cases/save-template.ts'
import { viewMailKinds, viewTemplate } from '../use-cases/view-templates.ts'
import { mayCall } from './may-call.ts'
import { presentKinds, presentTemplate } from './present-template.ts'
import {
  EVERYWHERE,
  kindsSchema,
  lookBody,
  previewSchema,
  restoreBody,
  saveBody,
  templateParams,
  templateViewSchema,
} from './schemas.ts'

const path = '/mail-templates/:kind/:locale/:market'
const versionSchema = Type.Object({ version: Type.Integer() })

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/mail-templates',
    operationId: 'listMailTemplates',
    summary: 'Every kind of mail that the house sends, and what the shop wrote of them itself',
    permission: 'content:read',
    own: 'any',
    response: kindsSchema,
    answer: async (call) => ok({ items: await presentKinds(call, await viewMailKinds(call.house)) }),
  }),
  query({
    method: 'GET',
    path,
    operationId: 'getMailTemplate',
    summary:
      'The words of a kind of mail in a language and a market: what goes out now, the house’s own, every version',
    permission: 'content:read',
    own: 'any',
    params: templateParams,
    response: templateViewSchema,
    etag: 'version',
    answer: async (call, { params }) => {
      const view = await viewTemplate(call.house, keyOf(params))
      return view.ok ? ok(await presentTemplate(call, view.value)) : view
    },
  }),
  command({
    method: 'PUT',
    path,
    operationId: 'saveMailTemplate',
    summary: 'Mails go out in these words from now on (If-Match: version)',
    permission: 'content:write',
    own: 'any',
    params: templateParams,
    body: saveBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body: { content, reason } }, { house, ifMatch }) =>
      saveTemplate(ctx, house, { key: keyOf(params), content, seen: ifMatch, reason }),
  }),
  command({
    method: 'POST',
    path: `${path}/restoration`,
    operationId: 'restoreMailTemplate',
    summary: 'An earlier version, or the house’s own words, once more: as a new version (If-Match: version)',
    permission: 'content:write',
    own: 'any',
    params: templateParams,
    body: restoreBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body: { version, reason } }, { house, ifMatch }) =>
      restoreTemplate(ctx, house, { key: keyOf(params), version, seen: ifMatch, reason }),
  }),
  query({
    method: 'POST',
    path: `${path}/preview`,
    operationId: 'previewMail',
    summary:
      'A mail as these words would make it, of a real record where the caller may see one, else of stated values; keeps nothing',
    permission: 'content:read',
    own: 'any',
    rateLimit: { perMinute: 240 },
    params: templateParams,
    body: lookBody,
    response: previewSchema,
    answer: (call, { params, body }) => previewMail(call.house, lookOf(call, params, body)),
  }),
  command({
    method: 'POST',
    path: `${path}/test-mail`,
    operationId: 'sendTestMail',
    summary: 'The same to the caller’s own address',
    permission: 'content:write',
    own: 'any',
    status: 202,
    idempotent: true,
    rateLimit: { perMinute: 5 },
    params: templateParams,
    body: lookBody,
    response: Type.Object({ recipient: Type.String() }),
    command: (ctx, { params, body }, call) =>
      sendTestMail(ctx, call.house, { ...lookOf(call, params, body), staffId: staffBehind(call.actor) }),
  }),
]

type Params = Pick<Look, 'kind' | 'locale'> & { readonly market: string }

const keyOf = ({ kind, locale, market }: Params) => ({ kind, locale, market: market === EVERYWHERE ? null : market })

function lookOf(call: Call, params: Params, { content, number }: { content: Look['content']; number?: string }): Look {
  const asked = number?.trim() || undefined
  return { ...keyOf(params), locale: params.locale, content, number: asked, maySee: (one) => mayCall(call, one) }
}
