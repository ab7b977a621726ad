import type { Context } from '../../../host/context.ts'
import { queueMail } from '../../../host/mail/queue-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaff } from '../../people/index.ts'
import { readMentionChoice } from '../queries/inbox.ts'

export { MENTION_MAIL } from './talk.ts'

export interface MentionMail {
  readonly commentId: string
  readonly staffId: string
  readonly name: string
  readonly link: string
  readonly words: (locale: string, key: string, params: Readonly<Record<string, string>>) => string
}

// i18n-dynamic: work.mail.mention.*
/** A mail at once, to those who want one. What was said stays in the house: the mail leads to it. */
export async function mailMention(
  ctx: Context,
  { commentId, staffId, name, link, words }: MentionMail,
): Promise<Result<void>> {
  const staff = await findStaff(ctx.tx, staffId)
  if (!staff || staff.endedAt !== null || (await readMentionChoice(ctx.tx, staffId)) !== 'at_once') return ok()
  const subject = words(staff.locale, 'work.mail.mention.subject', { name })
  const text = words(staff.locale, 'work.mail.mention.text', { name })
  queueMail(ctx, {
    nature: 'transactional',
    dedupKey: `mention ${commentId} ${staffId}`,
    ref: commentId,
    recipient: staff.email,
    subject,
    text: `${text}\n\n${link}\n`,
    html: `<!doctype html>\n<meta charset="utf-8">\n<p>${escaped(text)}</p>\n<p><a href="${link}">${link}</a></p>\n`,
  })
  return ok()
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
