import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import type { Context, House } from '../../../host/context.ts'
import { queueMail } from '../../../host/mail/queue-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { findStaff, listStaffHolding } from '../../people/index.ts'
import { digestDay } from '../domain/digest.ts'
import { recipientOf } from '../domain/recipient.ts'
import { readInbox, type InboxRow } from '../queries/inbox.ts'
import { lastDigestAt, listDueForDigest, listNoticed } from '../queries/read-digests.ts'
import { insertDigest } from '../store/digests.ts'
import { inboxAddresses } from './keep-inbox.ts'
import { shopZone } from './shop-zone.ts'

const DAYS_BACK = 14
const DAY_MS = 86_400_000
export const MOST_SHOWN = 20

export interface DigestRound {
  readonly day: LocalDate
  readonly staffIds: readonly string[]
}

/** Whose mail of this morning is to be sent; undefined at any other time of the shop's day. */
export async function planDigests({
  database,
  clock,
}: Pick<House, 'database' | 'clock'>): Promise<DigestRound | undefined> {
  const now = clock.now()
  const day = digestDay(now, await shopZone(database))
  if (day === undefined) return undefined
  const noticed = (await listNoticed(database, new Date(now.getTime() - DAYS_BACK * DAY_MS))).map(recipientOf)
  const people = await Promise.all(
    noticed.map(async ({ kind, id }) => {
      if (kind === 'staff') return [id]
      return kind === 'may' ? (await listStaffHolding(database, { permission: id })).map((one) => String(one.id)) : []
    }),
  )
  return { day, staffIds: await listDueForDigest(database, people.flat(), day) }
}

export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Digest {
  readonly day: LocalDate
  readonly actor: StaffActor
  /** Writes the mail in a language. */
  readonly letterOf: (unread: readonly InboxRow[], locale: string) => Letter
}

/**
 * What is unread of mentions and alerts, in one mail in its reader's language, where anything came since their last one. What was
 * said stays in the house: the mail names it and leads there.
 */
export async function sendDigest(ctx: Context, { day, actor, letterOf }: Digest): Promise<Result<void>> {
  const staff = await findStaff(ctx.tx, actor.id)
  if (!staff || staff.endedAt !== null) return ok()
  const unread = await readUnread(ctx, actor)
  const last = await lastDigestAt(ctx.tx, actor.id)
  if (!unread.some(({ at }) => last === undefined || at > last)) return ok()
  if (!(await insertDigest(ctx, actor.id, day))) return ok()
  queueMail(ctx, {
    nature: 'transactional',
    dedupKey: `digest ${actor.id} ${day}`,
    recipient: staff.email,
    ...letterOf(unread, staff.locale),
  })
  return ok()
}

async function readUnread(ctx: Context, actor: StaffActor): Promise<InboxRow[]> {
  const addresses = await inboxAddresses(ctx.tx, actor)
  const asked = {
    staffId: actor.id,
    addresses,
    narrowed: actor.scope !== undefined,
    view: 'unread',
    now: ctx.now,
  } as const
  const [mentions, alerts] = [
    await readInbox(ctx.tx, { ...asked, kind: 'mention', after: undefined, limit: MOST_SHOWN }),
    await readInbox(ctx.tx, { ...asked, kind: 'alert', after: undefined, limit: MOST_SHOWN }),
  ]
  return [...mentions, ...alerts].toSorted((a, b) => b.at.getTime() - a.at.getTime())
}
