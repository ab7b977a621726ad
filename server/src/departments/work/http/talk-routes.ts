import { Type } from 'typebox'
import { permissionsOf } from '../../../host/actor.ts'
import { fileSchema } from '../../../host/attachments/present-file.ts'
import type { Context } from '../../../host/context.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { recordKey, showRecords } from '../../../host/records/record-directory.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { TalkThread } from '../queries/read-talk.ts'
import { findCompany, listPartners } from '../use-cases/partners.ts'
import {
  beginThread,
  deleteComment,
  editComment,
  mustSeeRecord,
  reply,
  shareThread,
  speakerOf,
  viewShared,
  viewTalk,
  viewThread,
} from '../use-cases/talk.ts'
import { findAssignees } from '../use-cases/whose.ts'
import { recordRefSchema, shownRecordSchema, talking } from './schemas.ts'
import { sightOf } from './sight.ts'
import { threadFiles } from './thread-files.ts'

const bodySchema = Type.String({ minLength: 1, maxLength: 4_000 })
const mentionsSchema = Type.Array(Type.Object({ kind: Type.Enum(['staff', 'unit']), id: idSchema }), { maxItems: 20 })

const threadSchema = Type.Object({
  id: idSchema,
  record: Type.Object({
    type: Type.String(),
    id: Type.String(),
    title: nullable(Type.String()),
    path: nullable(Type.String()),
  }),
  sharedWith: nullable(Type.Object({ id: idSchema, name: Type.String() }, { description: 'Null: internal.' })),
  files: Type.Array(fileSchema, { description: 'Of its record, those that are shared with the same company.' }),
  mayAddFiles: Type.Boolean(),
  comments: Type.Array(
    Type.Object({
      id: idSchema,
      body: Type.String({ description: 'Empty once deleted.' }),
      by: Type.Object({ id: idSchema, name: Type.String() }),
      mine: Type.Boolean(),
      at: instantSchema,
      editedAt: nullable(instantSchema),
      deletedAt: nullable(instantSchema),
    }),
  ),
})
const threadsSchema = Type.Object({ items: Type.Array(threadSchema) })

export const talkRoutes: readonly Route[] = [
  query({
    ...talking,
    method: 'GET',
    path: '/threads',
    operationId: 'listThreads',
    summary: 'What is said about a record, as far as the caller may see it',
    query: recordRefSchema,
    response: threadsSchema,
    answer: async (call, { query: record }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const { database } = call.house
      const speaker = await speakerOf(database, staff.value)
      const talk = await viewTalk(database, { record, speaker, sight: sightOf(call) })
      return talk.ok ? ok({ items: await present(call, talk.value) }) : talk
    },
  }),
  query({
    ...talking,
    method: 'GET',
    path: '/record-desks/:type/:id',
    operationId: 'showRecordDesk',
    summary: 'What a record is called, where it opens, and whether the caller may add files to it',
    params: recordRefSchema,
    response: Type.Object({ ...shownRecordSchema.properties, mayWrite: Type.Boolean() }),
    answer: async (call, { params: record }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const seen = await mustSeeRecord(staff.value.id, record, sightOf(call))
      if (!seen.ok) return seen
      const { house, actor, locale } = call
      const shown = (await showRecords(house, { actor, locale }, [record])).get(recordKey(record))
      const write = house.ports?.records?.get(record.type)?.write
      const mayWrite = write !== undefined && permissionsOf(actor).has(write)
      return ok({ ...record, title: shown?.title ?? null, path: shown?.path ?? null, mayWrite })
    },
  }),
  query({
    ...talking,
    method: 'GET',
    path: '/shared-threads',
    operationId: 'listSharedThreads',
    summary: 'What is shared with the caller’s company',
    response: threadsSchema,
    answer: async (call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const { database } = call.house
      const talk = await viewShared(database, await speakerOf(database, staff.value))
      return talk.ok ? ok({ items: await present(call, talk.value) }) : talk
    },
  }),
  query({
    ...talking,
    method: 'GET',
    path: '/threads/:id',
    operationId: 'getThread',
    summary: 'A thread with what was said in it',
    params: idParams,
    response: threadSchema,
    answer: async (call, { params }) => {
      const staff = staffOf(call)
      return staff.ok ? show(call, call.house.database, params.id) : staff
    },
  }),
  command({
    ...talking,
    method: 'POST',
    path: '/threads',
    operationId: 'beginThread',
    summary: 'Begin to talk about a record: internally, or shared with a company',
    body: Type.Object({
      record: recordRefSchema,
      body: bodySchema,
      mentions: Type.Optional(mentionsSchema),
      sharedWith: Type.Optional(nullable(idSchema)),
    }),
    response: threadSchema,
    status: 201,
    idempotent: true,
    command: (ctx, { body: { record, body, mentions = [], sharedWith = null } }, call) =>
      speak(ctx, call, async (speaker) => {
        const shared = await findCompany(ctx.tx, sharedWith)
        if (!shared.ok) return shared
        return beginThread(ctx, { record, body, mentions, speaker, sight: sightOf(call), sharedWith: shared.value })
      }),
  }),
  command({
    ...talking,
    method: 'POST',
    path: '/threads/:id/comments',
    operationId: 'addComment',
    summary: 'Say something in a thread',
    params: idParams,
    body: Type.Object({ body: bodySchema, mentions: Type.Optional(mentionsSchema) }),
    response: threadSchema,
    status: 201,
    idempotent: true,
    command: (ctx, { params, body: { body, mentions = [] } }, call) =>
      speak(ctx, call, (speaker) => reply(ctx, { threadId: params.id, body, mentions, speaker, sight: sightOf(call) })),
  }),
  command({
    ...talking,
    method: 'PUT',
    path: '/threads/:id/sharing',
    operationId: 'shareThread',
    summary: 'Share a thread with a company, or with nobody any more',
    params: idParams,
    body: Type.Object({ companyId: nullable(idSchema) }),
    response: threadSchema,
    command: (ctx, { params, body }, call) =>
      speak(ctx, call, async (speaker) => {
        const shared = await findCompany(ctx.tx, body.companyId)
        if (!shared.ok) return shared
        return shareThread(ctx, { id: params.id, shared: shared.value, speaker, sight: sightOf(call) })
      }),
  }),
  command({
    ...talking,
    method: 'PATCH',
    path: '/comments/:id',
    operationId: 'editComment',
    summary: 'Say one’s own otherwise, within 15 minutes',
    params: idParams,
    body: Type.Object({ body: bodySchema }),
    response: threadSchema,
    command: (ctx, { params, body: { body } }, call) =>
      speak(ctx, call, (speaker) => editComment(ctx, { id: params.id, body, speaker, sight: sightOf(call) })),
  }),
  command({
    ...talking,
    method: 'DELETE',
    path: '/comments/:id',
    operationId: 'deleteComment',
    summary: 'Take back one’s own; that something was said stays',
    params: idParams,
    response: threadSchema,
    command: (ctx, { params }, call) =>
      speak(ctx, call, (speaker) => deleteComment(ctx, { id: params.id, speaker, sight: sightOf(call) })),
  }),
  query({
    permission: 'work:read',
    own: 'any',
    withinScope: 'narrowed',
    method: 'GET',
    path: '/mentionables',
    operationId: 'findMentionables',
    summary: 'Whom one can mention, by part of a name, and with which companies one can share',
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }),
    response: Type.Object({
      items: Type.Array(Type.Object({ kind: Type.Enum(['staff', 'unit']), id: idSchema, name: Type.String() })),
      companies: Type.Array(Type.Object({ id: idSchema, name: Type.String() })),
    }),
    answer: async ({ house, locale }, { query: { q = '' } }) => {
      const [found, companies] = await Promise.all([
        findAssignees(house.database, { typed: q, locale, limit: 20 }),
        listPartners(house.database),
      ])
      const items = found.flatMap(({ kind, id, name }) => (kind === 'role' ? [] : [{ kind, id, name }]))
      return ok({ items, companies })
    },
  }),
]

type Speaker = Awaited<ReturnType<typeof speakerOf>>

async function speak(ctx: Context, call: Call, deed: (speaker: Speaker) => Promise<Result<{ id: string }>>) {
  const staff = staffOf(call)
  if (!staff.ok) return staff
  const done = await deed(await speakerOf(ctx.tx, staff.value))
  if (!done.ok) return done
  await ctx.tx.flush()
  return show(call, ctx.tx, done.value.id)
}

type Reader = Parameters<typeof speakerOf>[0]

async function show(call: Call, reader: Reader, id: string) {
  const staff = staffOf(call)
  if (!staff.ok) return staff
  const speaker = await speakerOf(reader, staff.value)
  const thread = await viewThread(reader, { id, speaker, sight: sightOf(call) })
  if (!thread.ok) return thread
  const [shown] = await present(call, [thread.value])
  if (!shown) throw new Error('a thread that is there is shown')
  return ok(shown)
}

async function present(call: Call, threads: readonly TalkThread[]) {
  const { house, actor, locale } = call
  const refs = threads.map(({ recordType, recordId }) => ({ type: recordType, id: recordId }))
  const records = await showRecords(house, { actor, locale }, refs)
  const filesOf = await threadFiles(call, threads)
  return threads.map(({ id, recordType, recordId, sharedWith, sharedName, comments }) => ({
    id,
    record: records.get(recordKey({ type: recordType, id: recordId })) ?? {
      type: recordType,
      id: recordId,
      title: null,
      path: null,
    },
    sharedWith: sharedWith === null ? null : { id: sharedWith, name: sharedName ?? '' },
    ...filesOf({ recordType, recordId, sharedWith }),
    comments: comments.map((one) => ({
      id: one.id,
      body: one.body,
      by: { id: one.byId, name: one.byName },
      mine: 'id' in actor && actor.id === one.byId,
      at: one.at.toISOString(),
      editedAt: one.editedAt?.toISOString() ?? null,
      deletedAt: one.deletedAt?.toISOString() ?? null,
    })),
  }))
}
