import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { getPreferences, listRecentRecords, listSavedViews } from '../queries/read-arrangements.ts'
import { choosePreferences, recallRecord } from '../use-cases/arrange.ts'
import { changeView, removeView, saveView } from '../use-cases/saved-views.ts'
import {
  newViewBody,
  preferencesBody,
  preferencesSchema,
  recentBody,
  recentSchema,
  savedViewSchema,
  screenSchema,
  viewBody,
} from './arrangement-schemas.ts'
import { namesItself, withTitles } from './recent-titles.ts'

/** What each member of staff arranges for themselves; no permission is needed to arrange one's own desk. */
const own = { permission: 'public', own: 'self' } as const

export const arrangementRoutes: readonly Route[] = [
  query({
    ...own,
    method: 'GET',
    path: '/saved-views',
    operationId: 'listSavedViews',
    summary: 'One’s own views of lists, and those shared with one’s roles',
    query: Type.Object({ screen: Type.Optional(screenSchema) }),
    response: Type.Object({ items: Type.Array(savedViewSchema) }),
    answer: async (call, { query: { screen } }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      return ok({ items: await listSavedViews(call.house.database, staff.value.id, { screen }) })
    },
  }),
  command({
    ...own,
    method: 'POST',
    path: '/saved-views',
    operationId: 'saveView',
    summary: 'Keep what a list shows under a name',
    body: newViewBody,
    response: savedViewSchema,
    status: 201,
    etag: 'version',
    idempotent: true,
    command: async (ctx, { body }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const saved = await saveView(ctx, staff.value, body)
      return saved.ok ? answerWith(ctx, staff.value.id, saved.value.id) : saved
    },
  }),
  command({
    ...own,
    method: 'PATCH',
    path: '/saved-views/:id',
    operationId: 'changeView',
    summary: 'Change one’s own view (If-Match: version)',
    params: idParams,
    body: viewBody,
    response: savedViewSchema,
    etag: 'version',
    command: async (ctx, { params, body }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      if (call.ifMatch === undefined) return hostRefusals.version_required({ field: 'If-Match' })
      const edit = { id: params.id, version: call.ifMatch, change: body }
      const changed = await changeView(ctx, staff.value, edit)
      return changed.ok ? answerWith(ctx, staff.value.id, params.id) : changed
    },
  }),
  command({
    ...own,
    method: 'DELETE',
    path: '/saved-views/:id',
    operationId: 'removeView',
    summary: 'Forget one’s own view',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params }, call) => {
      const staff = staffOf(call)
      return staff.ok ? removeView(ctx, staff.value, params.id) : staff
    },
  }),
  query({
    ...own,
    method: 'GET',
    path: '/recent-records',
    operationId: 'listRecentRecords',
    summary: 'What one looked at last, thirty at most',
    response: Type.Object({ items: Type.Array(recentSchema) }),
    answer: async (call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const items = await listRecentRecords(call.house.database, staff.value.id)
      return ok({ items: await withTitles(call, items) })
    },
  }),
  command({
    ...own,
    method: 'PUT',
    path: '/recent-records',
    operationId: 'recallRecord',
    summary: 'Tell that one looks at a record',
    body: recentBody,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { body }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      return recallRecord(ctx, staff.value, namesItself(call, body.kind) ? { ...body, title: null } : body)
    },
  }),
  query({
    ...own,
    method: 'GET',
    path: '/preferences',
    operationId: 'getPreferences',
    summary: 'How the back office looks to one',
    response: preferencesSchema,
    answer: async (call) => {
      const staff = staffOf(call)
      return staff.ok ? ok(await getPreferences(call.house.database, staff.value.id)) : staff
    },
  }),
  command({
    ...own,
    method: 'PUT',
    path: '/preferences',
    operationId: 'choosePreferences',
    summary: 'Choose how the back office looks; what is left out stays',
    body: preferencesBody,
    response: preferencesSchema,
    command: async (ctx, { body }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      await choosePreferences(ctx, staff.value, body)
      return ok(await getPreferences(ctx.tx, staff.value.id))
    },
  }),
]

type Reader = Parameters<typeof listSavedViews>[0]

async function answerWith({ tx }: { readonly tx: Reader }, staffId: string, id: string) {
  const [view] = await listSavedViews(tx, staffId, { id })
  return view ? ok(view) : hostRefusals.not_found()
}
