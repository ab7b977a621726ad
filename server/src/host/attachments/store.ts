import type { Context } from '../context.ts'
import type { Database } from '../database/pool.ts'
import { fragment, sql } from '../database/sql.ts'

export interface AttachedTo {
  readonly type: string
  readonly id: string
}

export interface AttachmentRow {
  readonly id: string
  readonly name: string
  readonly media_type: string
  readonly bytes: number
  readonly sha256: string
  readonly staff_id: string
  readonly at: Date
}

const columns = fragment`a.id, a.name, a.media_type, a.bytes, a.sha256, a.staff_id, a.at FROM host.attachment a`
const stillThere = fragment`NOT EXISTS (SELECT 1 FROM host.attachment_removal r WHERE r.attachment_id = a.id)`
const on = ({ type, id }: AttachedTo) => fragment`a.object_type = ${type} AND a.object_id = ${id}`

export const MOST_ATTACHMENTS = 500

/** The newest first. */
export function listAttachments(database: Pick<Database, 'rows'>, to: AttachedTo): Promise<AttachmentRow[]> {
  return database.rows(sql<AttachmentRow>`
    SELECT ${columns} WHERE ${on(to)} AND ${stillThere} ORDER BY a.at DESC, a.id DESC LIMIT ${MOST_ATTACHMENTS}`)
}

export function findAttachment(
  database: Pick<Database, 'row'>,
  to: AttachedTo,
  fileId: string,
): Promise<AttachmentRow | undefined> {
  return database.row(sql<AttachmentRow>`SELECT ${columns} WHERE ${on(to)} AND a.id = ${fileId} AND ${stillThere}`)
}

/** Two people who send the same file at once send one: they take turns by record. */
export async function findSameAttachment(
  ctx: Context,
  to: AttachedTo,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Promise<AttachmentRow | undefined> {
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`attachment ${to.type} ${to.id}`}, 0))`)
  return ctx.tx.row(sql<AttachmentRow>`
    SELECT ${columns} WHERE ${on(to)} AND a.name = ${name} AND a.sha256 = ${sha256} AND ${stillThere} LIMIT 1`)
}

export function insertAttachment(ctx: Context, to: AttachedTo, row: AttachmentRow): void {
  ctx.tx.later(sql`
    INSERT INTO host.attachment (id, object_type, object_id, name, media_type, bytes, sha256, staff_id, at)
    VALUES (${row.id}, ${to.type}, ${to.id}, ${row.name}, ${row.media_type}, ${row.bytes}, ${row.sha256}, ${row.staff_id}, ${row.at})`)
}

/** False when somebody else removed it first. */
export async function insertRemoval(ctx: Context, fileId: string, staffId: string): Promise<boolean> {
  const removed = await ctx.tx.row(sql`
    INSERT INTO host.attachment_removal (attachment_id, staff_id, at) VALUES (${fileId}, ${staffId}, ${ctx.now})
    ON CONFLICT (attachment_id) DO NOTHING RETURNING attachment_id`)
  return removed !== undefined
}
