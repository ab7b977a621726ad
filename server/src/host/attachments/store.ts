import type { Company } from '../auth/staff-directory.ts'
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
  /** The company from outside that sees it too; null: internal. */
  readonly shared_with: string | null
  readonly shared_name: string | null
}

/** With the record that it is on, for those who were given no more than the file. */
export interface SharedAttachmentRow extends AttachmentRow {
  readonly object_type: string
  readonly object_id: string
}

/** Whose eyes: people of a company from outside see what is shared with it and no more; null for the organisation's own. */
export type SeenBy = Company | null

const columns = fragment`a.id, a.name, a.media_type, a.bytes, a.sha256, a.staff_id, a.at, s.shared_with, s.shared_name,
  a.object_type, a.object_id FROM host.attachment a LEFT JOIN host.attachment_sharing s ON s.attachment_id = a.id`
/** Of a row that `s` joins to its sharing. */
export const seenBy = (company: SeenBy) =>
  company === null ? fragment`true` : fragment`s.shared_with = ${company.id}::uuid`
const stillThere = fragment`NOT EXISTS (SELECT 1 FROM host.attachment_removal r WHERE r.attachment_id = a.id)`
const on = ({ type, id }: AttachedTo) => fragment`a.object_type = ${type} AND a.object_id = ${id}`

export const MOST_ATTACHMENTS = 500

/** The newest first. */
export function listAttachments(
  database: Pick<Database, 'rows'>,
  to: AttachedTo,
  company: SeenBy,
): Promise<AttachmentRow[]> {
  return database.rows(sql<AttachmentRow>`
    SELECT ${columns} WHERE ${on(to)} AND ${seenBy(company)} AND ${stillThere} ORDER BY a.at DESC, a.id DESC LIMIT ${MOST_ATTACHMENTS}`)
}

export function findAttachment(
  database: Pick<Database, 'row'>,
  to: AttachedTo,
  { fileId, company }: { readonly fileId: string; readonly company: SeenBy },
): Promise<AttachmentRow | undefined> {
  return database.row(sql<AttachmentRow>`
    SELECT ${columns} WHERE ${on(to)} AND a.id = ${fileId} AND ${seenBy(company)} AND ${stillThere}`)
}

/** Whatever record it is on: whether somebody may see it, is asked of that record or of its sharing. */
export function findAttachmentAnywhere(
  database: Pick<Database, 'row'>,
  fileId: string,
): Promise<SharedAttachmentRow | undefined> {
  return database.row(sql<SharedAttachmentRow>`SELECT ${columns} WHERE a.id = ${fileId} AND ${stillThere}`)
}

/** What is shared of several records, each with one company. */
export function listSharedOn(
  database: Pick<Database, 'rows'>,
  wanted: readonly (AttachedTo & { readonly company: string })[],
): Promise<SharedAttachmentRow[]> {
  return database.rows(sql<SharedAttachmentRow>`
    SELECT ${columns} JOIN (SELECT DISTINCT * FROM unnest(${wanted.map(({ type }) => type)}::text[],
      ${wanted.map(({ id }) => id)}::text[], ${wanted.map(({ company }) => company)}::uuid[])) AS wanted (type, id, company)
      ON wanted.type = a.object_type AND wanted.id = a.object_id AND wanted.company = s.shared_with
    WHERE ${stillThere} ORDER BY a.at DESC, a.id DESC LIMIT ${MOST_ATTACHMENTS}`)
}

/** All that is shared with a company, whatever record it is on, what was shared last first. */
export function listSharedWith(database: Pick<Database, 'rows'>, companyId: string): Promise<SharedAttachmentRow[]> {
  return database.rows(sql<SharedAttachmentRow>`
    SELECT ${columns} WHERE s.shared_with = ${companyId}::uuid AND ${stillThere}
    ORDER BY s.at DESC, a.id DESC LIMIT ${MOST_ATTACHMENTS}`)
}

/** Two people who send the same file at once send one: they take turns by record. */
export async function findSameAttachment(
  ctx: Context,
  to: AttachedTo,
  { name, sha256, shared }: { readonly name: string; readonly sha256: string; readonly shared: Company | null },
): Promise<AttachmentRow | undefined> {
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`attachment ${to.type} ${to.id}`}, 0))`)
  return ctx.tx.row(sql<AttachmentRow>`
    SELECT ${columns} WHERE ${on(to)} AND a.name = ${name} AND a.sha256 = ${sha256} AND ${stillThere}
      AND s.shared_with IS NOT DISTINCT FROM ${shared?.id ?? null}::uuid LIMIT 1`)
}

export function insertAttachment(ctx: Context, to: AttachedTo, row: AttachmentRow): void {
  ctx.tx.later(sql`
    INSERT INTO host.attachment (id, object_type, object_id, name, media_type, bytes, sha256, staff_id, at)
    VALUES (${row.id}, ${to.type}, ${to.id}, ${row.name}, ${row.media_type}, ${row.bytes}, ${row.sha256}, ${row.staff_id}, ${row.at})`)
}

/** With a company, or with nobody any more. */
export function setAttachmentSharing(
  ctx: Context,
  fileId: string,
  { shared, staffId }: { readonly shared: Company | null; readonly staffId: string },
): void {
  ctx.tx.later(
    shared === null
      ? sql`DELETE FROM host.attachment_sharing WHERE attachment_id = ${fileId}`
      : sql`
    INSERT INTO host.attachment_sharing (attachment_id, shared_with, shared_name, staff_id, at)
    VALUES (${fileId}, ${shared.id}, ${shared.name}, ${staffId}, ${ctx.now})
    ON CONFLICT (attachment_id) DO UPDATE SET shared_with = excluded.shared_with, shared_name = excluded.shared_name,
      staff_id = excluded.staff_id, at = excluded.at`,
  )
}

/** False when somebody else removed it first. */
export async function insertRemoval(ctx: Context, fileId: string, staffId: string): Promise<boolean> {
  const removed = await ctx.tx.row(sql`
    INSERT INTO host.attachment_removal (attachment_id, staff_id, at) VALUES (${fileId}, ${staffId}, ${ctx.now})
    ON CONFLICT (attachment_id) DO NOTHING RETURNING attachment_id`)
  return removed !== undefined
}
