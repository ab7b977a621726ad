import type { Context } from '../../../host/context.ts'
import { queueMail } from '../../../host/mail/queue-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findLetter } from '../queries/read-mails.ts'

/** The same letter to the same reader once more, as a mail of its own: what was sent before stays in the journal as it was. */
export async function resendMail(ctx: Context, id: string): Promise<Result<{ readonly recipient: string }>> {
  const letter = await findLetter(ctx.tx, id)
  if (!letter) return refusals.mail_not_found()
  const { ref, ...rest } = letter
  queueMail(ctx, { ...rest, dedupKey: `resent ${id} ${ctx.newId()}`, ...(ref === null ? {} : { ref }) })
  ctx.audit({ action: 'operations:resend', objectType: 'mail', objectId: id })
  return ok({ recipient: letter.recipient })
}
