import { runCommand, system } from '../../../host/context.ts'
import { html } from '../../../host/http/html.ts'
import { formatDate } from '../../../host/i18n/format.ts'
import { isLocale } from '../../../host/i18n/locales.ts'
import { queueMail } from '../../../host/mail/queue-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findEndingAccess, type EndingAccess } from '../queries/find-ending-access.ts'

const DAYS_BEFORE = 7

/**
 * Tells sponsors a week ahead whose access ends. Ending needs no job: each call asks. A mail's key is the person, the end and
 * the reader, so that it comes once however often this runs, and again after a renewal.
 */
export const remindSponsors: JobDefinition = {
  kind: 'remind-sponsors',
  schedule: '0 6 * * *',
  run: async (house) => {
    const now = house.clock.now()
    const until = new Date(now.getTime() + DAYS_BEFORE * 86_400_000)
    const ending = await findEndingAccess(house.database, { now, until })
    await runCommand(house, { actor: system('remind-sponsors') }, async (ctx) => {
      for (const access of ending) {
        for (const reader of access.readers) {
          const letter = letterTo(access, reader, house)
          queueMail(ctx, {
            nature: 'transactional',
            dedupKey: `access-ending ${access.id} ${access.endsAt.toISOString()} ${reader.id}`,
            ref: access.id,
            recipient: reader.email,
            ...letter,
          })
        }
      }
      return ok()
    })
  },
}

type Reader = EndingAccess['readers'][number]
type Desk = Pick<Parameters<JobDefinition['run']>[0], 'translations' | 'publicUrl'>

function letterTo({ id, name, company, endsAt }: EndingAccess, reader: Reader, { translations, publicUrl }: Desk) {
  const locale = isLocale(reader.locale) ? reader.locale : 'en'
  const t = translations.for(locale)
  const facts = {
    person: name,
    company,
    date: formatDate(endsAt, locale, reader.timeZone ?? 'UTC'),
    link: `${publicUrl}/office/team/${id}`,
  }
  const subject = t('people.mail.access_ending.subject', facts)
  const paragraphs = [t('people.mail.access_ending.text', facts), t('people.mail.access_ending.remedy', facts)]
  return {
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: html`<!doctype html>
      <html lang="${locale}">
        <meta charset="utf-8" /><title>${subject}</title>
        <body>
          ${paragraphs.map((one) => html`<p>${one}</p>`)}
        </body>
      </html>`.text,
  }
}
