import type { Context } from '../../../host/context.ts'
import { money, negate } from '../../../kernel/money.ts'
import { localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { postEntry, type AccountCode, type EntryKind, type Posting } from '../../ledger/index.ts'
import { afterDebt, lastDayOf, liabilityOf, takeFrom, type MovementKind, type Taking } from '../domain/points.ts'
import type { Terms } from '../domain/programme.ts'
import { pointsMoved } from '../events.ts'
import { listLots, type Account } from '../queries/read-accounts.ts'
import { findPlace } from '../queries/read-terms.ts'
import { insertLot, insertMovement, prolongLots, takeFromLots } from '../store/points.ts'

/** Against which account points come and go, and what such an entry is called. */
const ENTRIES = {
  earned: ['loyalty_earning', 'loyalty_deferred'],
  restored: ['loyalty_earning', 'loyalty_deferred'],
  reversed: ['loyalty_reversal', 'loyalty_deferred'],
  converted: ['loyalty_conversion', 'loyalty_deferred'],
  expired: ['loyalty_breakage', 'loyalty_breakage'],
  granted: ['loyalty_adjustment', 'loyalty_given'],
  taken: ['loyalty_adjustment', 'loyalty_given'],
} as const satisfies Record<Exclude<MovementKind, 'pending'>, readonly [EntryKind, AccountCode]>

export interface Move {
  readonly points: bigint
  readonly orderId?: string | null
  readonly reason?: string | null
}

export async function todayAt(ctx: Context, { market }: Pick<Account, 'market'>): Promise<LocalDate> {
  const place = await findPlace(ctx.tx, market)
  return localDateIn(ctx.now, place?.timeZone ?? 'UTC')
}

/** Points wait, or wait no more: nothing is owed for them yet. */
export function movePending(ctx: Context, account: Account, kind: 'pending' | 'reversed', move: Move): void {
  const { points: pending, orderId = null, reason = null } = move
  insertMovement(ctx, {
    ...{ id: ctx.newId(), accountId: account.id, kind, points: 0n, pending, booked: 0n },
    ...{ orderId, reason },
  })
  tell(ctx, account, kind, pending)
}

/**
 * Points that can be used from now on: what is left of them once a debt is filled is a lot of its own, with the worth and the last day that
 * its terms say, and it is owed (IFRS 15.B40). `fromPending`: as many of them waited. The account is held.
 */
export async function addPoints(
  ctx: Context,
  account: Account,
  { kind, points, orderId = null, reason = null, terms, fromPending = 0n }: Coming,
): Promise<void> {
  const today = await todayAt(ctx, account)
  const usable = afterDebt(points, account.balance)
  const booked = liabilityOf(usable, terms)
  const id = ctx.newId()
  insertMovement(ctx, { id, accountId: account.id, kind, points, pending: -fromPending, booked, orderId, reason })
  prolongLots(ctx, account.id, today)
  if (usable > 0n) {
    const expiresOn = lastDayOf(today, terms.expiryMonths)
    insertLot(ctx, { accountId: account.id, orderId, points: usable, booked, terms, earnedOn: today, expiresOn })
  }
  post(ctx, account, { id, kind, booked, about: orderId ?? account.id, today })
  tell(ctx, account, kind, points)
}

export interface Coming extends Move {
  readonly kind: 'earned' | 'restored' | 'granted'
  readonly terms: Pick<Terms, 'pointWorth' | 'redemptionPpm' | 'expiryMonths' | 'expiresAfter'>
  readonly fromPending?: bigint
}

/**
 * Points that are gone. What there is not of them is a debt that the next ones fill: who may not go into debt is refused before. `credited`:
 * the store credit that they became. The account is held.
 */
export async function removePoints(
  ctx: Context,
  account: Account,
  going: Move & { readonly kind: 'reversed' | 'converted' | 'expired' | 'taken'; readonly from?: readonly string[] },
): Promise<Taking & { readonly worth: bigint; readonly close: (credit?: { readonly id: string }) => void }> {
  const { kind, points, orderId = null, reason = null, from } = going
  const today = await todayAt(ctx, account)
  const lots = (await listLots(ctx.tx, [account.id])).filter(({ id }) => from === undefined || from.includes(id))
  const taking = takeFrom(lots, points, { first: kind === 'reversed' ? orderId : null })
  const booked = taking.taken.reduce((all, part) => all + part.booked, 0n)
  const worth = taking.taken.reduce((all, part) => all + part.worth, 0n)
  const id = ctx.newId()
  const close = (credit?: { readonly id: string }) => {
    const credited = credit ? worth : 0n
    takeFromLots(ctx, taking.taken)
    insertMovement(ctx, {
      ...{ id, accountId: account.id, kind, points: -points, pending: 0n, booked: -booked },
      ...{ credited, orderId, reason },
    })
    if (kind === 'converted') prolongLots(ctx, account.id, today)
    post(ctx, account, {
      ...{ id, kind, booked: -booked, credited, today },
      about: orderId ?? credit?.id ?? account.id,
    })
    tell(ctx, account, kind, -points)
  }
  return { ...taking, worth, close }
}

interface ToPost {
  readonly id: string
  readonly kind: Exclude<MovementKind, 'pending'>
  /** By how much more is owed. */
  readonly booked: bigint
  readonly credited?: bigint
  readonly about: string
  readonly today: LocalDate
}

/** What is used beyond what was expected, or below it, changes the sales from which it was deferred. */
function post(ctx: Context, account: Account, { id, kind, booked, credited = 0n, about, today }: ToPost): void {
  if (booked === 0n && credited === 0n) return
  const owed = money(booked, account.currency)
  const [entry, against] = ENTRIES[kind]
  const credit = money(credited, account.currency)
  const postings: Posting[] = [
    { account: 'loyalty_points', amount: negate(owed) },
    { account: 'store_credit', amount: negate(credit) },
    { account: against, amount: money(booked + credited, account.currency) },
  ]
  postEntry(ctx, { kind: entry, ref: id, about, entityId: account.entityId, effectiveOn: today, postings })
}

function tell(ctx: Context, { id, customerId, market }: Account, kind: MovementKind, points: bigint): void {
  ctx.emit(pointsMoved(customerId, { accountId: id, market, kind, points: Number(points) }))
}
