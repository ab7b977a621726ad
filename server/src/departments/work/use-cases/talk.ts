import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { companyOf, findStaff, listMembersOf } from '../../people/index.ts'
import { decideDeletion, decideEdit, maySeeThread, type Speaker, type Thread } from '../domain/comment.ts'
import { refusals } from '../domain/refusals.ts'
import type { Reference } from '../domain/told.ts'
import { said } from '../events.ts'
import { findThread, readSharedThreads, readThreads, withComments, type TalkThread } from '../queries/read-talk.ts'
import {
  emptyComment,
  insertComment,
  insertThread,
  lockComment,
  lockThread,
  setSharing,
  updateComment,
  type Sharing,
} from '../store/talk.ts'
import { tell } from './tell.ts'

type Reader = Pick<Database, 'row' | 'rows'>

/** Whether this person may see this record now, by its own permission and place. */
export type Sight = (staffId: string, record: Reference) => Promise<boolean>

export interface Mention {
  readonly kind: 'staff' | 'unit'
  readonly id: string
}

export const MENTION_MAIL = 'mention-mail'

export async function speakerOf(reader: Reader, { id, name }: { id: string; name: string }): Promise<Speaker> {
  const company = await companyOf(reader, id)
  return { id, name, companyId: company && company.kind !== 'own' ? company.id : null }
}

export async function mustSeeRecord(staffId: string, record: Reference, sight: Sight): Promise<Result<void>> {
  return (await sight(staffId, record)) ? ok() : refusals.unknown_record()
}

const recordOf = ({ recordType, recordId }: Thread): Reference => ({ type: recordType, id: recordId })

async function isSeen(thread: Thread, speaker: Speaker, sight: Sight): Promise<boolean> {
  const seesRecord = speaker.companyId === null && (await sight(speaker.id, recordOf(thread)))
  return maySeeThread(thread, speaker, seesRecord)
}

/** What this person may read of what is said about a record. */
export async function viewTalk(
  reader: Reader,
  { record, speaker, sight }: { record: Reference; speaker: Speaker; sight: Sight },
): Promise<Result<TalkThread[]>> {
  if (speaker.companyId === null && !(await sight(speaker.id, record))) return refusals.unknown_record()
  return ok(await readThreads(reader, record, speaker.companyId))
}

export async function viewThread(
  reader: Reader,
  { id, speaker, sight }: { id: string; speaker: Speaker; sight: Sight },
): Promise<Result<TalkThread>> {
  const thread = await findThread(reader, id)
  if (!thread || !(await isSeen(thread, speaker, sight))) return refusals.thread_not_found()
  const [whole] = await withComments(reader, [thread])
  return whole ? ok(whole) : refusals.thread_not_found()
}

export async function viewShared(reader: Reader, speaker: Speaker): Promise<Result<TalkThread[]>> {
  return ok(speaker.companyId === null ? [] : await readSharedThreads(reader, speaker.companyId))
}

export interface Saying {
  readonly body: string
  readonly mentions: readonly Mention[]
  readonly speaker: Speaker
  readonly sight: Sight
}

/** Begins a thread. What somebody from outside begins is shared with their own company, since others of them answer. */
export async function beginThread(
  ctx: Context,
  { record, sharedWith, ...saying }: Saying & { record: Reference; sharedWith: Sharing | null },
): Promise<Result<{ id: string; commentId: string }>> {
  const { speaker, sight } = saying
  if (!(await sight(speaker.id, record))) return refusals.unknown_record({ field: 'record' })
  const company = speaker.companyId === null ? undefined : await companyOf(ctx.tx, speaker.id)
  const shared = company && company.kind !== 'own' ? { id: company.id, name: company.name } : sharedWith
  const id = ctx.newId<'thread'>()
  insertThread(ctx, id, record, shared)
  ctx.audit({
    action: 'work:begin-thread',
    objectType: 'thread',
    objectId: id,
    changes: [{ field: 'sharedWith', before: null, after: shared?.name ?? null }],
  })
  const thread: Thread = { id, recordType: record.type, recordId: record.id, sharedWith: shared?.id ?? null }
  const commented = await comment(ctx, thread, saying)
  return commented.ok ? ok({ id, commentId: commented.value }) : commented
}

export async function reply(
  ctx: Context,
  { threadId, ...saying }: Saying & { threadId: string },
): Promise<Result<{ id: string }>> {
  const thread = await lockThread(ctx, threadId)
  if (!thread || !(await isSeen(thread, saying.speaker, saying.sight))) return refusals.thread_not_found()
  const commented = await comment(ctx, thread, saying)
  return commented.ok ? ok({ id: threadId }) : commented
}

async function comment(
  ctx: Context,
  thread: Thread,
  { body, mentions, speaker, sight }: Saying,
): Promise<Result<string>> {
  const text = body.trim()
  if (text === '') return refusals.comment_empty({ field: 'body' })
  const mentioned = await whoIsMentioned(ctx, { thread, mentions, sight })
  if (!mentioned.ok) return mentioned
  const id = ctx.newId<'comment'>()
  insertComment(ctx, thread.id, { id, body: text }, speaker)
  const others = mentioned.value.filter((staffId) => staffId !== speaker.id)
  tell(ctx, {
    to: others.map((staffId) => ({ kind: 'staff', id: staffId })),
    kind: 'mention',
    ref: { type: 'comment', id },
    record: recordOf(thread),
    title: { key: 'work.told.mentioned', params: { name: speaker.name } },
    path: `/talk/${thread.id}`,
  })
  for (const staffId of others) {
    ctx.enqueue({
      kind: MENTION_MAIL,
      ref: id,
      dedupKey: `${id} ${staffId}`,
      payload: { commentId: id, staffId, threadId: thread.id, name: speaker.name },
    })
  }
  ctx.emit(said(thread.recordId))
  return ok(id)
}

/** Only those who may see the thread can be mentioned in it: a mention would tell them that it exists. */
async function whoIsMentioned(
  ctx: Context,
  { thread, mentions, sight }: { thread: Thread; mentions: readonly Mention[]; sight: Sight },
): Promise<Result<string[]>> {
  const all = new Set<string>()
  for (const [index, { kind, id }] of mentions.entries()) {
    const people = kind === 'unit' ? await listMembersOf(ctx.tx, id) : [await findStaff(ctx.tx, id)]
    const seeing: string[] = []
    for (const person of people) {
      if (!person) continue
      const speaker = await speakerOf(ctx.tx, person)
      if (await isSeen(thread, speaker, sight)) seeing.push(person.id)
    }
    if (seeing.length === 0) {
      const name = kind === 'staff' ? (people[0]?.name ?? '') : ''
      return refusals.mention_cannot_see({ field: `mentions.${index}`, params: { name } })
    }
    for (const staffId of seeing) all.add(staffId)
  }
  return ok([...all])
}

export interface Editing {
  readonly id: string
  readonly speaker: Speaker
  readonly sight: Sight
}

export async function editComment(
  ctx: Context,
  { id, speaker, sight, body }: Editing & { body: string },
): Promise<Result<{ id: string }>> {
  const text = body.trim()
  if (text === '') return refusals.comment_empty({ field: 'body' })
  const found = await lockSeen(ctx, { id, speaker, sight })
  if (!found.ok) return found
  const decided = decideEdit(found.value.comment, speaker.id, ctx.now)
  if (!decided.ok) return decided
  updateComment(ctx, id, text)
  ctx.emit(said(found.value.thread.recordId))
  return ok({ id: found.value.thread.id })
}

/** What was said goes; that something was said, by whom and when, stays. */
export async function deleteComment(ctx: Context, editing: Editing): Promise<Result<{ id: string }>> {
  const found = await lockSeen(ctx, editing)
  if (!found.ok) return found
  const decided = decideDeletion(found.value.comment, editing.speaker.id)
  if (!decided.ok) return decided
  emptyComment(ctx, editing.id)
  ctx.audit({
    action: 'work:delete-comment',
    objectType: 'comment',
    objectId: editing.id,
    changes: [{ field: 'body' }],
  })
  ctx.emit(said(found.value.thread.recordId))
  return ok({ id: found.value.thread.id })
}

async function lockSeen(ctx: Context, { id, speaker, sight }: Editing) {
  const found = await lockComment(ctx, id)
  const thread = found && (await findThread(ctx.tx, found.threadId))
  if (!found || !thread || !(await isSeen(thread, speaker, sight))) return refusals.comment_not_found()
  return ok({ comment: found, thread })
}

/** With a company, or with nobody any more: from then on its people see this thread, or nothing of it. */
export async function shareThread(
  ctx: Context,
  { id, shared, speaker, sight }: Editing & { shared: Sharing | null },
): Promise<Result<{ id: string }>> {
  const thread = await lockThread(ctx, id)
  if (!thread || !(await isSeen(thread, speaker, sight))) return refusals.thread_not_found()
  if (speaker.companyId !== null) return refusals.outside_cannot_share()
  setSharing(ctx, id, shared)
  ctx.audit({
    action: 'work:share',
    objectType: 'thread',
    objectId: id,
    changes: [{ field: 'sharedWith', before: thread.sharedWith, after: shared?.name ?? null }],
  })
  ctx.emit(said(thread.recordId))
  return ok({ id })
}
