import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import { valueKey } from '../../../host/lists/define-list.ts'
import type { RelatedQuestion, RelatedRow, RelatedSource } from '../../../host/records/related.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { mailsList } from './mails-list.ts'
import type { MailState } from './read-mails.ts'

/** What was written about a record, the newest first (mail_by_ref). */
export const mailsAbout: RelatedSource = {
  name: 'mails',
  permission: 'operations:read',
  find: (reader, question) => read(reader, question, fragment`m.ref = ${question.id}`),
  all: (id) => ({ path: '/mails', filter: [`ref:is:${id}`] }),
}

/** What was written to an address; found by the index of the mails' search, since there is none by recipient. */
export function readMailsTo(reader: Reader, email: string, question: RelatedQuestion): Promise<RelatedRow[]> {
  const likely = containing("lower(m.recipient || ' ' || m.subject)", email)
  return read(reader, question, fragment`${likely} AND lower(m.recipient) = ${email.toLowerCase()}`)
}

type Reader = Parameters<RelatedSource['find']>[0]

interface Row {
  readonly id: string
  readonly subject: string
  readonly state: MailState
  readonly created_at: Date
  readonly template_version: number | null
}

async function read(reader: Reader, { limit, translate }: RelatedQuestion, which: Fragment): Promise<RelatedRow[]> {
  const rows = await reader.rows(sql<Row>`
    SELECT m.id, m.subject, m.state, m.created_at, m.template_version FROM host.mail m WHERE ${which}
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}`)
  return rows.map(({ id, subject, state, created_at, template_version: version }) => ({
    type: 'mail',
    id,
    title: subject,
    state: [
      translate(valueKey(mailsList, 'state', state)),
      ...(version === null ? [] : [translate('operations.own_words', { version })]),
    ].join(' · '),
    at: created_at,
    place: { path: `/mails/${id}` },
  }))
}
