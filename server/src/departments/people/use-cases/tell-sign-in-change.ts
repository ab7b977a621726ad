import type { Context, House } from '../../../host/context.ts'
import { queueMail } from '../../../host/mail/queue-mail.ts'
import { signInChangeMail, type SignInChange } from '../domain/sign-in-mail.ts'
import { findSignInName } from '../queries/find-sign-in.ts'

/** By mail to the person, in their language, in the transaction of the change; and in the trail. */
export async function tellSignInChange(
  ctx: Context,
  { translations }: Pick<House, 'translations'>,
  { staffId, what, reason }: { staffId: string; what: SignInChange; reason?: string },
): Promise<void> {
  ctx.audit({
    action: 'people:sign-in-change',
    objectType: 'staff',
    objectId: staffId,
    changes: [{ field: 'sign_in', after: what }],
    ...(reason === undefined ? {} : { reason }),
  })
  const staff = await findSignInName(ctx.tx, staffId)
  if (!staff) return
  const words = translations.for(staff.locale)
  queueMail(ctx, {
    nature: 'transactional',
    ...signInChangeMail(words, { shop: ctx.organisation.name, name: staff.name, what }),
    dedupKey: `sign-in-change:${ctx.newId()}`,
    ref: staffId,
    recipient: staff.email,
  })
}
