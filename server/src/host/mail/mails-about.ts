import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'

export interface MailAbout {
  readonly subject: string
  readonly recipient: string
  readonly sentAt: Date
}

const MOST = 50

/** What was written about a record and went out, the oldest first. */
export function listMailsAbout(reader: Pick<Database, 'rows'>, ref: string): Promise<MailAbout[]> {
  return reader.rows(sql<MailAbout>`
    SELECT subject, recipient, sent_at AS "sentAt" FROM host.mail WHERE ref = ${ref} AND sent_at IS NOT NULL
    ORDER BY sent_at, id LIMIT ${MOST}`)
}
