import type { Context } from '../../../host/context.ts'
import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { compareDates, daysBetween, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { postEntry } from '../../ledger/index.ts'
import { refusalToArrive } from '../domain/arrive.ts'
import { refusals } from '../domain/refusals.ts'
import { findPayout, listOnTheirWay } from '../queries/find-payout.ts'
import { lockPayouts } from '../store/locks.ts'
import { saveArrival } from '../store/payouts.ts'
import { netByEntity } from './book-payout.ts'

export interface Arrival {
  readonly arrivedOn: LocalDate
  /** As the statement names the movement. */
  readonly bankReference: string
}

/** The payout is seen on the bank's statement: what was on its way is there. */
export async function recordPayoutArrival(ctx: Context, payoutId: string, arrival: Arrival): Promise<Result<void>> {
  lockPayouts(ctx)
  const payout = await findPayout(ctx.tx, payoutId)
  if (!payout) return refusals.payout_not_found()
  const { bookedAt, arrivedOn, returnedAt } = payout
  const refused = refusalToArrive({
    booked: bookedAt !== null,
    arrived: arrivedOn !== null,
    cameBack: returnedAt !== null,
  })
  if (refused) return refused
  if (compareDates(arrival.arrivedOn, localDateIn(ctx.now, payout.timeZone)) > 0) {
    return refusals.receipt_in_future({ field: 'arrivedOn' })
  }
  saveArrival(ctx, payoutId, arrival)
  for (const [entityId, net] of await netByEntity(ctx, payoutId)) {
    if (net === 0n) continue
    postEntry(ctx, {
      kind: 'payout_arrival',
      ref: `${payoutId} ${entityId}`,
      about: payoutId,
      entityId,
      effectiveOn: arrival.arrivedOn,
      postings: [
        { account: 'bank', amount: money(net, payout.currency) },
        { account: 'bank_in_transit', amount: money(-net, payout.currency) },
      ],
    })
  }
  ctx.audit({
    action: 'payments:payout-arrived',
    objectType: 'payout',
    objectId: payoutId,
    changes: [{ field: 'arrivedOn', before: null, after: arrival.arrivedOn }],
    reason: arrival.bankReference,
  })
  return ok()
}

/** A line of a bank's statement, as far as a payout is known by it. */
export interface BankLine {
  readonly amount: bigint
  readonly currency: string
  readonly bookedOn: LocalDate
  /** Everything that the bank wrote beside it. */
  readonly text: string
  /** From whom it came. */
  readonly partyName: string
}

/** By what a payout was known: its own name in the text, or sum and days of the only one there, from the provider by name. */
type KnownBy = 'its_name' | 'sum_days_and_provider'

export interface KnownPayout {
  readonly payoutId: string
  readonly by: KnownBy
}

/** Banks book some days before or after a provider says. */
const DAYS_OFF = 5

/**
 * The payout that a line of a bank's statement is, and by what it is known. Sum and days alone say too little: a customer may pay just as much.
 * Whose name stands nowhere in the line is left to a person.
 */
export async function findPayoutOfBankLine(ctx: Pick<Context, 'tx'>, line: BankLine): Promise<KnownPayout | undefined> {
  const same = await listOnTheirWay(ctx.tx, line)
  const [named, another] = same.filter(({ providerRef, statementText }) =>
    [providerRef, statementText].some((name) => name !== null && name !== '' && line.text.includes(name)),
  )
  if (named && !another) return { payoutId: named.id, by: 'its_name' }
  const words = `${line.partyName} ${line.text}`.toLowerCase()
  const [near, besides] = same.filter(
    ({ arrivesOn, provider }) =>
      Math.abs(daysBetween(arrivesOn, line.bookedOn)) <= DAYS_OFF && words.includes(provider.toLowerCase()),
  )
  return near && !besides ? { payoutId: near.id, by: 'sum_days_and_provider' } : undefined
}
