import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { Thread } from '../domain/comment.ts'
import type { Reference } from '../domain/told.ts'

type Reader = Pick<Database, 'row' | 'rows'>

export interface CommentRow {
  readonly id: string
  readonly threadId: string
  readonly body: string
  readonly byId: string
  readonly byName: string
  readonly at: Date
  readonly editedAt: Date | null
  readonly deletedAt: Date | null
}

export interface ThreadRow extends Thread {
  readonly sharedName: string | null
  readonly lastAt: Date
}

export interface TalkThread extends ThreadRow {
  readonly comments: readonly CommentRow[]
}

const threadColumns = fragment`t.id, t.record_type AS "recordType", t.record_id AS "recordId", t.shared_with AS "sharedWith",
  t.shared_name AS "sharedName", t.last_at AS "lastAt" FROM work.thread t`
const MOST_THREADS = 50
const MOST_COMMENTS = 100

export function findThread(reader: Reader, id: string): Promise<ThreadRow | undefined> {
  return reader.row(sql<ThreadRow>`SELECT ${threadColumns} WHERE t.id = ${id}`)
}

/** Of a record, those talked in last first; `company` narrows them to what is shared with it. */
export async function readThreads(reader: Reader, record: Reference, company: string | null): Promise<TalkThread[]> {
  const shared = company === null ? fragment`true` : fragment`t.shared_with = ${company}::uuid`
  const threads = await reader.rows(sql<ThreadRow>`
    SELECT ${threadColumns} WHERE t.record_type = ${record.type} AND t.record_id = ${record.id} AND ${shared}
    ORDER BY t.last_at DESC, t.id DESC LIMIT ${MOST_THREADS}`)
  return withComments(reader, threads)
}

/** All that is shared with a company, whatever it is about. */
export async function readSharedThreads(reader: Reader, company: string): Promise<TalkThread[]> {
  const threads = await reader.rows(sql<ThreadRow>`
    SELECT ${threadColumns} WHERE t.shared_with = ${company}::uuid ORDER BY t.last_at DESC, t.id DESC LIMIT ${MOST_THREADS}`)
  return withComments(reader, threads)
}

/** The last hundred of each, in their order. */
export async function withComments(reader: Reader, threads: readonly ThreadRow[]): Promise<TalkThread[]> {
  const comments = await reader.rows(sql<CommentRow>`
    SELECT c.* FROM unnest(${threads.map(({ id }) => id)}::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
      SELECT id, thread_id AS "threadId", body, by_id AS "byId", by_name AS "byName", at, edited_at AS "editedAt",
        deleted_at AS "deletedAt"
      FROM work.comment WHERE thread_id = wanted.id ORDER BY at DESC, id DESC LIMIT ${MOST_COMMENTS}) c ORDER BY c.at, c.id`)
  return threads.map((thread) => ({ ...thread, comments: comments.filter(({ threadId }) => threadId === thread.id) }))
}
