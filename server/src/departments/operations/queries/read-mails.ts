import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import { toPage, type Page } from '../../../host/http/pagination.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { maskLinks } from '../domain/mask-links.ts'
import { refusals } from '../domain/refusals.ts'
import { readTimeCursor } from './read-cursor.ts'

export type MailState = 'kept' | 'sent'

export interface MailView {
  readonly id: string
  readonly ref: string | null
  readonly recipient: string
  readonly subject: string
  readonly state: MailState
  readonly createdAt: string
  readonly sentAt: string | null
}

interface MailRow {
  readonly id: string
  readonly ref: string | null
  readonly recipient: string
  readonly subject: string
  readonly state: MailState
  readonly created_at: Date
  readonly created_text: string
  readonly sent_at: Date | null
}

const columns = fragment`id, ref, recipient, subject, state, created_at, created_at::text AS created_text, sent_at`

export interface MailListInput {
  readonly state?: MailState | undefined
  readonly ref?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest first. */
export async function listMails(database: Database, input: MailListInput): Promise<Result<Page<MailView>>> {
  const cursor = readTimeCursor(input.after)
  if (!cursor.ok) return cursor
  const inState = input.state === undefined ? fragment`true` : fragment`state = ${input.state}`
  const isAbout = input.ref === undefined ? fragment`true` : fragment`ref = ${input.ref}`
  const key = cursor.value
  const isAfter = key === null ? fragment`true` : fragment`(created_at, id) < (${key.at}::timestamptz, ${key.id}::uuid)`
  const rows = await database.rows(sql<MailRow>`
    SELECT ${columns} FROM host.mail WHERE ${inState} AND ${isAbout} AND ${isAfter}
    ORDER BY created_at DESC, id DESC LIMIT ${input.limit + 1}`)
  return ok(toPage(rows, input.limit, present, (row) => [row.created_text, row.id]))
}

export async function getMail(
  database: Database,
  { id, isDemo }: { id: string; isDemo: boolean },
): Promise<Result<MailView & { text: string; html: string }>> {
  const row = await database.row(sql<MailRow & { text_body: string; html_body: string }>`
    SELECT ${columns}, text_body, html_body FROM host.mail WHERE id = ${id}`)
  if (!row) return refusals.mail_not_found()
  return ok({ ...present(row), text: maskLinks(row.text_body, isDemo), html: maskLinks(row.html_body, isDemo) })
}

function present({ id, ref, recipient, subject, state, created_at, sent_at }: MailRow): MailView {
  const sentAt = sent_at?.toISOString() ?? null
  return { id, ref, recipient, subject, state, createdAt: created_at.toISOString(), sentAt }
}
