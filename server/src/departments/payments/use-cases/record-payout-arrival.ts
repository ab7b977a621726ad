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
}

/** Banks book some days before or after a provider says. */
const DAYS_OFF = 5

/** The payout that a line of a bank's statement is: the one whose name stands in its text, else the only one of its sum and days. */
export async function findPayoutOfBankLine(ctx: Pick<Context, 'tx'>, line: BankLine): Promise<string | undefined> {
  const same = await listOnTheirWay(ctx.tx, line)
  const named = same.filter(({ providerRef, statementText }) =>
    [providerRef, statementText].some((name) => name !== null && name !== '' && line.text.includes(name)),
  )
  if (named.length === 1) return named[0]?.id
  const near = same.filter(({ arrivesOn }) => Math.abs(daysBetween(arrivesOn, line.bookedOn)) <= DAYS_OFF)
  return near.length === 1 ? near[0]?.id : undefined
}
