import { sql } from '../database/sql.ts'
import { mailSenderName } from '../settings/host-settings.ts'
import { recallSetting } from '../settings/read-setting.ts'
import type { JobDefinition } from '../outbox/worker.ts'
import { carriesLogo } from './logo.ts'
import { SEND_MAIL } from './queue-mail.ts'

interface MailRow {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * Sends a kept mail, or leaves it kept where no mail server is configured: the back office shows it, and that is success.
 *
 * At least once: killed between the server's yes and the note of it, the mail is sent again under the same Message-ID.
 * Rejected: noting it before sending, which would lose mails instead of doubling them.
 */
export const sendMail: JobDefinition = {
  kind: SEND_MAIL,
  async run({ database, clock, ports }, { payload }) {
    const transport = ports?.mail
    if (!transport) return
    const mail = await database.row(sql<MailRow>`
      SELECT id, recipient, subject, text_body AS text, html_body AS html FROM host.mail
      WHERE dedup_key = ${payload['mail']} AND state = 'kept'`)
    if (!mail) return
    const logo = carriesLogo(mail.html) ? await ports.mails?.logo?.() : undefined
    await transport.send({ ...mail, logo: logo?.png, senderName: await recallSetting(database, mailSenderName) })
    await database.rows(
      sql`UPDATE host.mail SET state = 'sent', sent_at = ${clock.now()} WHERE id = ${mail.id} AND state = 'kept'`,
    )
  },
}
