import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import type { Permission } from '../../../host/mail/mail-gate.ts'
import type { MadeBy } from '../../../host/mail/queue-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { maskLinks } from '../domain/mask-links.ts'
import { refusals } from '../domain/refusals.ts'

/** `withdrawn`: not sent, since its reader had said no before it went out. */
export type MailState = 'kept' | 'sent' | 'withdrawn'

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
): Promise<Result<MailView & { text: string; html: string; made: MadeBy | undefined }>> {
  const row = await database.row(sql<MailRow & MadeRow & { text_body: string; html_body: string }>`
    SELECT ${trusted(mailColumns)}, m.text_body, m.html_body, ${trusted(madeColumns)} FROM host.mail m WHERE id = ${id}`)
  if (!row) return refusals.mail_not_found()
  const text = maskLinks(row.text_body, isDemo)
  return ok({ ...presentMail(row), text, html: maskLinks(row.html_body, isDemo), made: madeOf(row) })
}

interface MadeRow {
  readonly kind: string | null
  readonly locale: string | null
  readonly market: string | null
  readonly template_id: string | null
  readonly template_version: number | null
}

const madeColumns = 'm.kind, m.locale, m.market, m.template_id, m.template_version'

/** Undefined: of a time or a kind without templates. */
function madeOf({ kind, locale, market, template_id, template_version }: MadeRow): MadeBy | undefined {
  if (kind === null || locale === null) return undefined
  return {
    kind,
    locale,
    market: market ?? undefined,
    templateId: template_id ?? undefined,
    version: template_version ?? undefined,
  }
}

interface PermitRow {
  readonly permit_subject: string | null
  readonly permit_purpose: string | null
}

export interface Letter {
  readonly ref: string | null
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly made: MadeBy | undefined
  /** Undefined: it needs no permit. */
  readonly permission: Permission | undefined
}

/** What was written, whole: never shown, only sent to the same reader again. */
export async function findLetter(reader: Pick<Database, 'row'>, id: string): Promise<Letter | undefined> {
  const row = await reader.row(sql<Omit<Letter, 'made' | 'permission'> & MadeRow & PermitRow>`
    SELECT m.ref, m.recipient, m.subject, m.text_body AS text, m.html_body AS html, m.permit_subject, m.permit_purpose,
      ${trusted(madeColumns)}
    FROM host.mail m WHERE m.id = ${id}`)
  if (!row) return undefined
  const { ref, recipient, subject, text, html, permit_subject: whom, permit_purpose: purpose } = row
  const permission = whom === null || purpose === null ? undefined : { subject: whom, purpose }
  return { ref, recipient, subject, text, html, made: madeOf(row), permission }
}

export function presentMail({ id, ref, recipient, subject, state, created_at, sent_at }: MailRow): MailView {
  const sentAt = sent_at?.toISOString() ?? null
  return { id, ref, recipient, subject, state, createdAt: created_at.toISOString(), sentAt }
}
