import type { Database } from '../../../host/database/pool.ts'
import { readPage } from '../../../host/lists/read-list.ts'
import { mailsList } from './mails-list.ts'
import type { MailView } from './read-mails.ts'

/** By part of a recipient or a subject, the newest first. */
export async function searchMails(
  reader: Pick<Database, 'rows'>,
  typed: string,
  limit: number,
): Promise<readonly MailView[]> {
  const page = await readPage(reader, mailsList, { locale: 'en', now: new Date(0), search: typed, limit })
  return page.ok ? page.value.items : []
}
