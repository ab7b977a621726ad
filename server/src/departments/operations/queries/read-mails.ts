import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { maskLinks } from '../domain/mask-links.ts'
import { refusals } from '../domain/refusals.ts'

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

export interface MailRow {
  readonly id: string
  readonly ref: string | null
  readonly recipient: string
  readonly subject: string
  readonly state: MailState
  readonly created_at: Date
  readonly sent_at: Date | null
}

export const mailColumns = 'm.id, m.ref, m.recipient, m.subject, m.state, m.created_at, m.sent_at'

export async function getMail(
  database: Database,
  { id, isDemo }: { id: string; isDemo: boolean },
): Promise<Result<MailView & { text: string; html: string }>> {
  const row = await database.row(sql<MailRow & { text_body: string; html_body: string }>`
    SELECT ${trusted(mailColumns)}, m.text_body, m.html_body FROM host.mail m WHERE id = ${id}`)
  if (!row) return refusals.mail_not_found()
  return ok({ ...presentMail(row), text: maskLinks(row.text_body, isDemo), html: maskLinks(row.html_body, isDemo) })
}

export interface Letter {
  readonly ref: string | null
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What was written, whole: never shown, only sent to the same reader again. */
export function findLetter(reader: Pick<Database, 'row'>, id: string): Promise<Letter | undefined> {
  return reader.row(sql<Letter>`
    SELECT ref, recipient, subject, text_body AS text, html_body AS html FROM host.mail WHERE id = ${id}`)
}

export function presentMail({ id, ref, recipient, subject, state, created_at, sent_at }: MailRow): MailView {
  const sentAt = sent_at?.toISOString() ?? null
  return { id, ref, recipient, subject, state, createdAt: created_at.toISOString(), sentAt }
}
