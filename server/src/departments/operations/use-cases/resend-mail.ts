import type { Context, House } from '../../../host/context.ts'
import { queueMail, type OutgoingMail } from '../../../host/mail/queue-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findLetter } from '../queries/read-mails.ts'

/**
 * The same letter to the same reader once more, as a mail of its own: what was sent before stays in the journal as it was. What promotes the
 * shop needs a permit of today: a copy is no way around what somebody said since.
 */
export async function resendMail(
  ctx: Context,
  { ports }: Pick<House, 'ports'>,
  id: string,
): Promise<Result<{ readonly recipient: string }>> {
  const letter = await findLetter(ctx.tx, id)
  if (!letter) return refusals.mail_not_found()
  const { ref, recipient, permission, ...words } = letter
  const copy = { ...words, dedupKey: `resent ${id} ${ctx.newId()}`, ...(ref === null ? {} : { ref }) }
  let mail: OutgoingMail = { ...copy, nature: 'transactional', recipient }
  if (permission) {
    const permit = await ports?.mails?.gate?.ask(ctx.tx, permission)
    if (permit?.email !== recipient) return refusals.mail_not_wanted()
    mail = { ...copy, nature: 'marketing', permit }
  }
  queueMail(ctx, mail)
  ctx.audit({ action: 'operations:resend', objectType: 'mail', objectId: id })
  return ok({ recipient })
}
