import { ok, type Result } from '../../../kernel/result.ts'
import type { LockedOrder } from './order.ts'
import { refusals } from './refusals.ts'

/** What is known of the mails by which whom an order was taken for is asked to pay. */
export interface SentLink {
  readonly draftId: string
  /** Null where it is paid another way, so that none was sent. */
  readonly sentAt: Date | null
  readonly count: number
}

/** Somebody who waits at the phone for the mail looks into their box first. */
const MINUTES_BETWEEN = 5
/** Whoever did not act on so many is helped in another way. */
const MOST = 6

/**
 * Whether the link may be sent once more. It is the same link, for it opens the same order: the mails before lead there too, until the same
 * end.
 */
export function checkSendLink(
  link: SentLink | undefined,
  { order, now }: { readonly order: Pick<LockedOrder, 'state' | 'cleared' | 'expiresAt'>; readonly now: Date },
): Result<void> {
  if (!link || link.sentAt === null) return refusals.payment_link_none()
  const waits = order.state === 'awaiting_payment' && order.cleared === null && order.expiresAt > now
  if (!waits) return refusals.not_awaiting_payment()
  if (link.count >= MOST) return refusals.payment_link_often({ params: { count: link.count } })
  const minutes = Math.ceil((link.sentAt.getTime() - now.getTime()) / 60_000) + MINUTES_BETWEEN
  return minutes > 0 ? refusals.payment_link_just_sent({ params: { minutes } }) : ok()
}
