import { runCommand, system } from '../../../host/context.ts'
import { isLocale } from '../../../host/i18n/locales.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { MENTION_MAIL, mailMention } from '../use-cases/mention-mail.ts'

/** The mail's key is the comment and its reader, so that the job may run any number of times. */
export const mentionMail: JobDefinition = {
  kind: MENTION_MAIL,
  run: async (house, job) => {
    const { commentId, staffId, threadId, name } = job.payload
    const words = (locale: string, key: string, params: Readonly<Record<string, string>>) =>
      house.translations.for(isLocale(locale) ? locale : 'en')(key, params)
    const link = `${house.publicUrl}/office/talk/${String(threadId)}`
    await runCommand(house, { actor: system(MENTION_MAIL) }, (ctx) =>
      mailMention(ctx, { commentId: String(commentId), staffId: String(staffId), name: String(name), link, words }),
    )
  },
}
