import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Comment, Speaker, Thread } from '../domain/comment.ts'
import type { Reference } from '../domain/told.ts'

export interface Sharing {
  readonly id: string
  readonly name: string
}

export function insertThread(ctx: Context, id: string, record: Reference, shared: Sharing | null): void {
  ctx.tx.later(sql`
    INSERT INTO work.thread (id, record_type, record_id, shared_with, shared_name, made_at, last_at)
    VALUES (${id}, ${record.type}, ${record.id}, ${shared?.id ?? null}, ${shared?.name ?? null}, ${ctx.now}, ${ctx.now})`)
}

export function lockThread(ctx: Context, id: string): Promise<Thread | undefined> {
  return ctx.tx.row(sql<Thread>`
    SELECT id, record_type AS "recordType", record_id AS "recordId", shared_with AS "sharedWith"
    FROM work.thread WHERE id = ${id} FOR UPDATE`)
}

export function setSharing(ctx: Context, id: string, shared: Sharing | null): void {
  ctx.tx.later(sql`
    UPDATE work.thread SET shared_with = ${shared?.id ?? null}, shared_name = ${shared?.name ?? null} WHERE id = ${id}`)
}

export function insertComment(
  ctx: Context,
  threadId: string,
  { id, body }: { id: string; body: string },
  by: Speaker,
): void {
  ctx.tx.later(sql`
    INSERT INTO work.comment (id, thread_id, body, by_id, by_name, at)
    VALUES (${id}, ${threadId}, ${body}, ${by.id}, ${by.name}, ${ctx.now})`)
  ctx.tx.later(sql`UPDATE work.thread SET last_at = ${ctx.now} WHERE id = ${threadId}`)
}

export function lockComment(ctx: Context, id: string): Promise<Comment | undefined> {
  return ctx.tx.row(sql<Comment>`
    SELECT id, thread_id AS "threadId", by_id AS "byId", at, deleted_at AS "deletedAt"
    FROM work.comment WHERE id = ${id} FOR UPDATE`)
}

export function updateComment(ctx: Context, id: string, body: string): void {
  ctx.tx.later(sql`UPDATE work.comment SET body = ${body}, edited_at = ${ctx.now} WHERE id = ${id}`)
}

export function emptyComment(ctx: Context, id: string): void {
  ctx.tx.later(sql`UPDATE work.comment SET body = '', deleted_at = ${ctx.now} WHERE id = ${id}`)
}
