import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { alertAddresses } from '../domain/alerts.ts'
import { refusals } from '../domain/refusals.ts'
import { lockItem, markSeen, setClosed, setMentionChoice, setSnooze } from '../store/inbox.ts'
import type { MentionMails } from '../queries/inbox.ts'
import type { Digests } from '../queries/read-digests.ts'
import { setDigestChoice } from '../store/digests.ts'
import { inboxChanged } from '../events.ts'
import { channelOf, untell } from './tell.ts'
import { addressesOf } from './whose.ts'

/** All under which somebody is told: what they are asked, and the alerts that they may act upon. */
export async function inboxAddresses(
  reader: Pick<Database, 'row' | 'rows'>,
  { id, permissions, scope }: Pick<StaffActor, 'id' | 'permissions' | 'scope'>,
): Promise<string[]> {
  // An alert is of whatever market: who is narrowed hears of those alone that are told to them.
  const alerts = scope === undefined ? alertAddresses(permissions) : []
  return [...(await addressesOf(reader, id)), ...alerts]
}

/** These, or all that is open. */
export async function readItems(
  ctx: Context,
  staff: StaffActor,
  ids: readonly string[] | undefined,
): Promise<Result<void>> {
  markSeen(ctx, { staffId: staff.id, addresses: await inboxAddresses(ctx.tx, staff), ids })
  ctx.emit(inboxChanged(channelOf(ctx.organisation, `staff:${staff.id}`)))
  return ok()
}

/** Read and settled. An alert is settled for all who hear of it; a to-do and an approval are settled on their own page. */
export async function closeItem(ctx: Context, staff: StaffActor, id: string): Promise<Result<void>> {
  const item = await lockItem(ctx, id, await inboxAddresses(ctx.tx, staff))
  if (!item) return refusals.item_not_found()
  if (item.kind === 'todo' || item.kind === 'approval') return refusals.settled_elsewhere()
  if (item.kind === 'alert') await untell(ctx, { kind: 'alert', ref: { type: item.refType, id: item.refId } })
  else setClosed(ctx, id, true)
  ctx.emit(inboxChanged(channelOf(ctx.organisation, item.recipient)))
  return ok()
}

export async function reopenItem(ctx: Context, staff: StaffActor, id: string): Promise<Result<void>> {
  const item = await lockItem(ctx, id, await inboxAddresses(ctx.tx, staff))
  if (!item) return refusals.item_not_found()
  if (item.kind === 'todo' || item.kind === 'approval') return refusals.settled_elsewhere()
  setClosed(ctx, id, false)
  ctx.emit(inboxChanged(channelOf(ctx.organisation, item.recipient)))
  return ok()
}

/** Out of sight until then; null brings it back. */
export async function snoozeItem(
  ctx: Context,
  staff: StaffActor,
  { id, until }: { id: string; until: Date | null },
): Promise<Result<void>> {
  if (until !== null && until <= ctx.now) return refusals.snooze_in_past({ field: 'until' })
  const item = await lockItem(ctx, id, await inboxAddresses(ctx.tx, staff))
  if (!item) return refusals.item_not_found()
  setSnooze(ctx, id, staff.id, until)
  ctx.emit(inboxChanged(channelOf(ctx.organisation, `staff:${staff.id}`)))
  return ok()
}

export interface MailChoices {
  readonly mentions?: MentionMails | undefined
  readonly digest?: Digests | undefined
}

export async function chooseMails(ctx: Context, staff: StaffActor, choices: MailChoices): Promise<Result<void>> {
  if (choices.mentions) setMentionChoice(ctx, staff.id, choices.mentions)
  if (choices.digest) setDigestChoice(ctx, staff.id, choices.digest)
  return ok()
}
