/**
 * A payout whose lines are all here comes into the books, once: each line is matched to the movement of ours that it pays out, or booked as
 * what it says it is, or stands as unexplained, for which a person is asked (and which is looked at again each time, since a movement
 * may be learnt later than it is paid out). Its lines sum to its amount: what they do not is a line of its own (verify Y1 - Y4).
 */
import type { Context } from '../../../host/context.ts'
import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { postEntry } from '../../ledger/index.ts'
import { judgeLine, type LineVerdict, type Movement } from '../domain/match-line.ts'
import { netOf } from '../domain/payout.ts'
import { postingsOfExplanation, postingsOfPayout, type Explained } from './payout-postings.ts'
import {
  findPayout,
  listDisputeMovements,
  listMovements,
  listPayoutLines,
  type Payout,
  type PayoutLine,
} from '../queries/find-payout.ts'
import { endWaiting } from '../store/awaited-payouts.ts'
import { lockPayouts } from '../store/locks.ts'
import {
  keepLines,
  markBooked,
  markReturned,
  saveExplanation,
  saveSums,
  saveVerdicts,
  type LineJudged,
} from '../store/payouts.ts'

export async function bookPayout(ctx: Context, payoutId: string): Promise<Result<void>> {
  lockPayouts(ctx)
  const payout = await findPayout(ctx.tx, payoutId)
  if (!payout || payout.lines !== 'whole') return ok()
  const isNew = payout.bookedAt === null
  if (isNew) await bookLines(ctx, payout)
  const isExplained = !isNew && (await lookAgain(ctx, payout))
  await bookReturn(ctx, payout)
  saveSums(ctx, payout.id)
  // Who is asked, and in which words, is looked for behind the books.
  if (isNew || isExplained) askPeople(ctx, payout.id)
  return ok()
}

/** About what is not explained, and about what came that somebody waited for. */
export function askPeople(ctx: Context, payoutId: string): void {
  ctx.enqueue({ kind: 'ask-to-explain', ref: payoutId })
  ctx.enqueue({ kind: 'ask-about-late', ref: payoutId })
}

async function bookLines(ctx: Context, payout: Payout): Promise<void> {
  const lines = await wholeLines(ctx, payout)
  const movements = await movementsOf(ctx, payout, lines)
  const verdicts = judgeInTurn(lines, movements)
  const entityId = mostCommon(verdicts) ?? payout.entityId
  const judged = lines.map((line, at) => rowOf(line, verdicts[at] as LineVerdict, entityId))
  saveVerdicts(ctx, judged)
  endWaiting(ctx, movementsIn(judged))
  markBooked(ctx, payout.id, entityId)
  const entities = new Set(judged.map((one) => one.entityId))
  for (const entity of entities) {
    const own = lines.flatMap((line, at) =>
      judged[at]?.entityId === entity ? [{ ...line, explained: explainedBy(verdicts[at] as LineVerdict) }] : [],
    )
    const postings = postingsOfPayout(own)
    if (postings.length === 0) continue
    postEntry(ctx, { kind: 'payout', ref: `${payout.id} ${entity}`, ...headOf(payout, entity), postings })
  }
}

const movementsIn = (judged: readonly LineJudged[]): string[] =>
  judged.flatMap(({ movementId }) => (movementId === null ? [] : [movementId]))

/** The lines with what they lack: a payout that they do not sum to has one more, which nobody can explain yet. */
async function wholeLines(ctx: Context, payout: Payout): Promise<PayoutLine[]> {
  const lines = await listPayoutLines(ctx.tx, payout.id)
  const missing = payout.amount - lines.reduce((sum, line) => sum + netOf(line), 0n)
  if (missing === 0n) return lines
  const line = { kind: 'difference', amount: missing, fee: 0n, currency: payout.currency } as const
  const nameless = { sourceRef: null, paymentRef: null, rate: null, description: '', at: payout.paidAt }
  const id = `difference of ${payout.providerRef}`
  keepLines(ctx, payout, { lines: [{ id, ...line, ...nameless }], next: null })
  return listPayoutLines(ctx.tx, payout.id)
}

async function movementsOf(ctx: Context, payout: Payout, lines: readonly PayoutLine[]): Promise<Movement[]> {
  const movements = await listMovements(ctx.tx, payout.provider, lines)
  const disputes = lines.filter(({ kind }) => kind === 'dispute').map(({ providerRef }) => providerRef)
  return disputes.length === 0
    ? movements
    : [...movements, ...(await listDisputeMovements(ctx.tx, payout.provider, disputes))]
}

/** A movement is paid out once, also where one payout names it twice. */
function judgeInTurn(lines: readonly PayoutLine[], movements: readonly Movement[]): LineVerdict[] {
  const taken = new Set<string>()
  return lines.map((line) => {
    const now = movements.map((movement) => (taken.has(movement.id) ? { ...movement, taken: true } : movement))
    const verdict = judgeLine({ ...line, id: line.providerRef }, now)
    if (verdict.verdict === 'matched') taken.add(verdict.movement.id)
    return verdict
  })
}

/** To whose books that goes which is nobody's movement: to those to whom most of the payout belongs. */
function mostCommon(verdicts: readonly LineVerdict[]): string | undefined {
  const counts = new Map<string, number>()
  for (const one of verdicts) {
    if (one.verdict === 'matched') counts.set(one.movement.entityId, (counts.get(one.movement.entityId) ?? 0) + 1)
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0]
}

function rowOf(line: PayoutLine, verdict: LineVerdict, entityId: string): LineJudged {
  const nothing = {
    id: line.id,
    verdict: verdict.verdict,
    reason: null,
    movementId: null,
    orderId: null,
    bookedAs: null,
    entityId,
  }
  if (verdict.verdict === 'unexplained') return { ...nothing, reason: verdict.reason }
  if (verdict.verdict === 'booked') return { ...nothing, bookedAs: verdict.as }
  const { id: movementId, orderId, entityId: owner } = verdict.movement
  return { ...nothing, bookedAs: 'movement', movementId, orderId, entityId: owner }
}

function explainedBy(verdict: LineVerdict): Explained {
  if (verdict.verdict === 'unexplained') return null
  return verdict.verdict === 'booked' ? { as: verdict.as } : { as: 'movement', movement: verdict.movement }
}

/** What was unknown may be known by now; nothing else explains itself. */
async function lookAgain(ctx: Context, payout: Payout): Promise<boolean> {
  const lines = await listPayoutLines(ctx.tx, payout.id)
  const open = lines.filter(({ reason }) => reason === 'unknown_here' || reason === 'dispute')
  if (open.length === 0) return false
  const verdicts = judgeInTurn(open, await movementsOf(ctx, payout, open))
  const known = open.flatMap((line, at) => {
    const verdict = verdicts[at]
    return verdict?.verdict === 'matched' ? [{ line, movement: verdict.movement }] : []
  })
  for (const { line, movement } of known)
    explain(ctx, payout, { line, explained: { as: 'movement', movement }, words: '' })
  return known.length > 0
}

export interface Explanation {
  readonly line: PayoutLine
  readonly explained:
    | { readonly as: 'movement'; readonly movement: Movement }
    | { readonly as: 'fee' | 'reserve' | 'adjustment' }
  readonly words: string
}

/** A line that stood as unexplained is booked as what it turned out to be. Its payout is held by `lockPayouts`. */
export function explain(ctx: Context, payout: Payout, { line, explained, words }: Explanation): void {
  const movement = explained.as === 'movement' ? explained.movement : undefined
  const [movementId, orderId] = [movement?.id ?? null, movement?.orderId ?? null]
  saveExplanation(ctx, { id: line.id, bookedAs: explained.as, movementId, orderId, words })
  if (movementId !== null) endWaiting(ctx, [movementId])
  const entityId = line.entityId ?? payout.entityId
  const postings = postingsOfExplanation(line, explained)
  if (postings.length === 0) return
  postEntry(ctx, {
    kind: 'payout_line',
    ref: line.id,
    ...headOf(payout, entityId),
    effectiveOn: localDateIn(ctx.now, payout.timeZone),
    postings,
  })
}

/** The bank sent it back: the money is with the provider again, and comes with a later payout. */
async function bookReturn(ctx: Context, payout: Payout): Promise<void> {
  const failed = payout.state === 'failed' || payout.state === 'cancelled'
  if (!failed || payout.returnedAt !== null) return
  markReturned(ctx, payout.id)
  for (const [entityId, net] of await netByEntity(ctx, payout.id)) {
    if (net === 0n) continue
    postEntry(ctx, {
      kind: 'payout_return',
      ref: `${payout.id} ${entityId}`,
      ...headOf(payout, entityId),
      effectiveOn: localDateIn(ctx.now, payout.timeZone),
      postings: [
        { account: 'payments_clearing', amount: money(net, payout.currency) },
        { account: 'bank_in_transit', amount: money(-net, payout.currency) },
      ],
    })
  }
}

/** What of a payout is whose. */
export async function netByEntity(ctx: Context, payoutId: string): Promise<ReadonlyMap<string, bigint>> {
  const nets = new Map<string, bigint>()
  for (const line of await listPayoutLines(ctx.tx, payoutId)) {
    if (line.entityId !== null) nets.set(line.entityId, (nets.get(line.entityId) ?? 0n) + netOf(line))
  }
  return nets
}

function headOf(payout: Payout, entityId: string) {
  return { about: payout.id, entityId, effectiveOn: localDateIn(payout.paidAt, payout.timeZone) }
}
