import { runCommand, system, type House } from '../../../host/context.ts'
import { html } from '../../../host/http/html.ts'
import { isLocale } from '../../../host/i18n/locales.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import type { InboxRow } from '../queries/inbox.ts'
import { MOST_SHOWN, planDigests, sendDigest, type Letter } from '../use-cases/send-digest.ts'

/** Looks every hour whether it is morning by the shop's clock. Each mail in a transaction of its own: one that fails holds no other. */
export const sendDigests: JobDefinition = {
  kind: 'send-digests',
  schedule: '5 * * * *',
  run: async (house) => {
    const round = await planDigests(house)
    for (const id of round?.staffIds ?? []) {
      const actor = await house.ports?.staff?.findActor(house.database, id)
      if (!round || !actor?.permissions.has('inbox:read')) continue
      await runCommand(house, { actor: system('send-digests') }, (ctx) =>
        sendDigest(ctx, { day: round.day, actor, letterOf: (unread, locale) => letterOf(house, unread, locale) }),
      )
    }
  },
}

type Desk = Pick<House, 'translations' | 'publicUrl'>

// i18n-dynamic: work.mail.digest.*, work.told.*
function letterOf({ translations, publicUrl }: Desk, unread: readonly InboxRow[], language: string): Letter {
  const locale = isLocale(language) ? language : 'en'
  const t = translations.for(locale)
  const shown = unread.slice(0, MOST_SHOWN)
  const params = { count: unread.length > MOST_SHOWN ? MOST_SHOWN : unread.length }
  const subject = t('work.mail.digest.subject', params)
  const text = t('work.mail.digest.text', params)
  const choice = t('work.mail.digest.choice')
  const link = `${publicUrl}/office/inbox`
  const lines = shown.map(({ title_key, title_params, path }) => ({
    title: t(title_key, title_params),
    address: `${publicUrl}/office${path}`,
  }))
  return {
    subject,
    text: `${text}\n\n${lines.map(({ title, address }) => `- ${title}\n  ${address}`).join('\n')}\n\n${link}\n${choice}\n`,
    html: html`<!doctype html>
      <html lang="${locale}">
        <meta charset="utf-8" /><title>${subject}</title>
        <body>
          <p>${text}</p>
          <ul>
            ${lines.map(({ title, address }) => html`<li><a href="${address}">${title}</a></li>`)}
          </ul>
          <p><a href="${link}">${link}</a><br />${choice}</p>
        </body>
      </html>`.text,
  }
}
