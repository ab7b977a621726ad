import { hashToken } from '../../../host/auth/tokens.ts'
import type { Context, Organisation } from '../../../host/context.ts'
import { recipientText } from '../domain/recipient.ts'
import type { Reference, Told, ToldKind } from '../domain/told.ts'
import { inboxChanged } from '../events.ts'
import { closeItems, insertItems } from '../store/inbox.ts'

/**
 * Puts something into inboxes, in the transaction of the fact: it is told with the fact, or neither is. Told twice of the same
 * thing and occasion, somebody has it once.
 */
export function tell(ctx: Context, told: Told): void {
  const recipients = [...new Set(told.to.map(recipientText))].sort()
  if (recipients.length === 0) return
  insertItems(ctx, told, recipients)
  for (const recipient of recipients) ctx.emit(inboxChanged(channelOf(ctx.organisation, recipient)))
}

/** Takes what is settled out of everybody's inbox: the approval was given, the to-do is done. */
export async function untell(ctx: Context, { kind, ref }: { kind: ToldKind; ref: Reference }): Promise<void> {
  const recipients = await closeItems(ctx, kind, ref)
  for (const recipient of new Set(recipients)) ctx.emit(inboxChanged(channelOf(ctx.organisation, recipient)))
}

/** Under which a recipient's screens hear of changes; says nothing to others. */
export function channelOf({ id }: Organisation, recipient: string): string {
  return hashToken(`inbox ${id} ${recipient}`).toString('base64url').slice(0, 22)
}
