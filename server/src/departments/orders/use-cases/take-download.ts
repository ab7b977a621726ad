import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Download } from '../../catalog/index.ts'
import { CONSENT_TEXT, type ConsentKind } from '../domain/consent.ts'
import { refusals } from '../domain/refusals.ts'
import { insertConsents, insertDownload, renewRight, stopRight } from '../store/downloads.ts'
import { lockOrder } from './change-order.ts'
import { viewIntangibles, type DownloadsOfLine } from './view-intangibles.ts'

interface FileOfOrder {
  readonly orderId: string
  readonly position: number
  readonly fileId: string
}

/** One download, counted: under the order's lock, so that two at once never come to one more than the limit. */
export async function takeDownload(
  ctx: Context,
  { orderId, position, fileId }: FileOfOrder,
): Promise<Result<Download>> {
  const found = await lockedLine(ctx, { orderId, position })
  if (!found.ok) return found
  const { access, files } = found.value
  const wanted = files.find(({ file }) => file.fileId === fileId)
  if (!wanted) return refusals.download_not_found()
  if (access.state !== 'open') {
    return refusals.download_not_open({ params: { state: access.state, opensAt: access.opensAt?.toISOString() ?? '' } })
  }
  if (wanted.left === 0) return refusals.downloads_used_up()
  insertDownload(ctx, { orderId, position, file: wanted.file })
  return ok(wanted.file)
}

/** Gives the files of a line anew: counts and days begin again, and what was stopped is open. */
export async function renewDownloads(ctx: Context, { orderId, position, reason }: LineToChange): Promise<Result<void>> {
  const found = await lockedLine(ctx, { orderId, position })
  if (!found.ok) return found
  const { access, line } = found.value
  // What was called off as a whole stays so; only what was stopped by itself is given again.
  if (access.state === 'unpaid' || (access.state === 'stopped' && !line.right?.stoppedAt)) {
    return refusals.download_not_open({ params: { state: access.state, opensAt: '' } })
  }
  renewRight(ctx, { orderId, position })
  tell(ctx, { orderId, position, reason }, 'orders:renew-downloads')
  return ok()
}

/** Takes the links of a line back, as when its money was given back. Once it is stopped, saying so again changes nothing. */
export async function stopDownloads(ctx: Context, { orderId, position, reason }: LineToChange): Promise<Result<void>> {
  const found = await lockedLine(ctx, { orderId, position })
  if (!found.ok) return found
  if (found.value.access.state === 'stopped') return ok()
  stopRight(ctx, { orderId, position })
  tell(ctx, { orderId, position, reason }, 'orders:stop-downloads')
  return ok()
}

/** Agrees on the order's page to what was not agreed at the checkout. Agreed before, it stays as it was. */
export async function giveConsents(
  ctx: Context,
  {
    orderId,
    kinds,
    locale,
  }: { readonly orderId: string; readonly kinds: readonly ConsentKind[]; readonly locale: string },
): Promise<Result<void>> {
  const locked = await lockOrder(ctx, orderId)
  if (!locked.ok) return locked
  const view = await viewIntangibles(ctx.tx, orderId, ctx.now)
  if (!view.ok) return view
  const given = view.value.missing.filter((kind) => kinds.includes(kind))
  if (given.length === 0 && !view.value.consents.some(({ kind }) => kinds.includes(kind))) {
    return refusals.nothing_to_consent()
  }
  insertConsents(
    ctx,
    orderId,
    given.map((kind) => ({ kind, textVersion: CONSENT_TEXT, locale, givenIn: 'order_page' as const })),
  )
  for (const kind of given) {
    ctx.audit({
      action: 'orders:consent',
      objectType: 'order',
      objectId: orderId,
      changes: [{ field: 'consent', before: null, after: `${kind} ${CONSENT_TEXT}` }],
    })
  }
  return ok()
}

interface LineToChange {
  readonly orderId: string
  readonly position: number
  readonly reason?: string | undefined
}

async function lockedLine(
  ctx: Context,
  { orderId, position }: { readonly orderId: string; readonly position: number },
): Promise<Result<DownloadsOfLine>> {
  const locked = await lockOrder(ctx, orderId)
  if (!locked.ok) return locked
  const view = await viewIntangibles(ctx.tx, orderId, ctx.now)
  if (!view.ok) return view
  const line = view.value.downloads.find((one) => one.line.position === position)
  return line ? ok(line) : refusals.download_not_found()
}

function tell(ctx: Context, { orderId, position, reason }: LineToChange, action: string): void {
  ctx.audit({
    action,
    objectType: 'order',
    objectId: orderId,
    changes: [{ field: 'downloads', before: null, after: position }],
    ...(reason === undefined ? {} : { reason }),
  })
}
