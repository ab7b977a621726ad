import { assert } from '../../kernel/assert.ts'
import type { House } from '../context.ts'
import { sql } from '../database/sql.ts'
import { mailSenderName } from '../settings/host-settings.ts'
import { recallSetting } from '../settings/read-setting.ts'
import type { JobDefinition } from '../outbox/worker.ts'
import { carriesLogo } from './logo.ts'
import { mailLocale, type MailNature } from './mail-kind.ts'
import { SEND_MAIL } from './queue-mail.ts'

interface MailRow {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly nature: MailNature
  readonly locale: string | null
  readonly whom: string | null
  readonly purpose: string | null
}

/**
 * Sends a kept mail, or leaves it kept where no mail server is configured: the back office shows it, and that is success. Of what promotes
 * the shop, it is asked once more whether they may be sent it; who has said no since it was written gets none, and the mail says so.
 *
 * At least once: killed between the server's yes and the note of it, the mail is sent again under the same Message-ID.
 * Rejected: noting it before sending, which would lose mails instead of doubling them.
 */
export const sendMail: JobDefinition = {
  kind: SEND_MAIL,
  async run(house, { payload }) {
    const { database, clock, ports } = house
    const transport = ports?.mail
    if (!transport) return
    const mail = await database.row(sql<MailRow>`
      SELECT id, recipient, subject, text_body AS text, html_body AS html, nature, locale,
        permit_subject AS whom, permit_purpose AS purpose FROM host.mail
      WHERE dedup_key = ${payload['mail']} AND state = 'kept'`)
    if (!mail) return
    const way = await wayOut(house, mail)
    if (way === 'closed') {
      await database.rows(sql`UPDATE host.mail SET state = 'withdrawn' WHERE id = ${mail.id} AND state = 'kept'`)
      return
    }
    const logo = carriesLogo(mail.html) ? await ports.mails?.logo?.() : undefined
    const { id, recipient, subject, text, html } = mail
    const senderName = await recallSetting(database, mailSenderName)
    await transport.send({ id, recipient, subject, text, html, logo: logo?.png, senderName, unsubscribe: way })
    await database.rows(
      sql`UPDATE host.mail SET state = 'sent', sent_at = ${clock.now()} WHERE id = ${mail.id} AND state = 'kept'`,
    )
  },
}

/** Where its reader ends it by one click; undefined: it needs no permit. `closed`: they may not be sent it, or no more at this address. */
async function wayOut(
  house: House,
  { nature, recipient, locale, whom, purpose }: MailRow,
): Promise<string | undefined> {
  if (nature === 'transactional') return undefined
  const gate = house.ports?.mails?.gate
  assert(
    gate !== undefined && whom !== null && purpose !== null,
    'a mail that promotes was kept, and nobody can be asked for its permit',
  )
  const asked = { subject: whom, purpose }
  const permit = await gate.ask(house.database, asked)
  if (permit?.email !== recipient) return 'closed'
  return gate.unsubscribeUrl(house, { ...asked, locale: mailLocale(locale ?? '') })
}
