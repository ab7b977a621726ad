import { ok, type Refusal, type Refused, type Result } from '../../kernel/result.ts'
import type { Context } from '../context.ts'
import { hostRefusals } from '../refusals.ts'
import {
  isGuarded,
  type Claim,
  type GuardSeat,
  type Objection,
  type Pass,
  type Requirement,
  type WeighedClaim,
} from './guard.ts'

/** Why a command was held back: enough to keep the request. */
export interface Hold {
  readonly claim: WeighedClaim
  readonly requirements: readonly Requirement[]
}

// Beside the refusal, not in it: it goes through any number of `if (!x.ok) return x` on its way to whoever keeps the request.
const holds = new WeakMap<Refusal, Hold>()

/** What stands behind a refusal that only means "not before others agree"; undefined for every other refusal. */
export function holdOf(refusal: Refusal): Hold | undefined {
  return holds.get(refusal)
}

const ofGuards = new WeakSet<Refusal>()

/** Said by a guard, not by the act itself: what is refused now (a blackout window) may go ahead later as it is. */
export function isGuardsRefusal(refusal: Refusal): boolean {
  return ofGuards.has(refusal)
}

/**
 * Asked by a command in its transaction, before it changes anything: may this be done now? Without a rule for the act it costs
 * nothing. Held: the command returns the refusal, so its transaction is rolled back; the server then keeps the request in a
 * second one (hold-request.ts) and answers 202. Approved: the same command runs again, and settles the request here, in the
 * transaction of its effect.
 */
export async function weigh(ctx: Context, claim: Claim): Promise<Result<void>> {
  const seat = ctx.guard
  const looked = await look(ctx, seat, claim)
  if (!looked.ok || seat?.mode?.kind !== 'approved') return looked
  return settle(ctx, seat, seat.mode.pass)
}

/** As `weigh`, ahead of the transaction that does it: nothing is settled. For what must ask a stranger first. */
export function foresee(ctx: Context, claim: Claim): Promise<Result<void>> {
  return look(ctx, ctx.guard, claim)
}

async function look(ctx: Context, seat: GuardSeat | undefined, claim: Claim): Promise<Result<void>> {
  if (!seat || !isGuarded(ctx.actor) || seat.mode?.kind === 'rehearsal') return ok()
  const watching = []
  for (const guard of seat.guards) if (await guard.watches(ctx, claim.act)) watching.push(guard)
  if (watching.length === 0) return ok()
  const weighed = await weighedOf(claim)
  const objections: Objection[] = []
  for (const guard of watching) objections.push(...(await guard.judge(ctx, weighed)))
  const final = objections.find((objection) => objection.verdict === 'refuse')
  if (final) {
    ofGuards.add(final.refused.refusal)
    return final.refused
  }
  const covered = seat.mode?.kind === 'approved' ? seat.mode.pass.covers : NOTHING
  const requirements = objections.flatMap((one) => (one.verdict === 'hold' ? [one.requirement] : []))
  if (requirements.every((requirement) => covered.has(requirementKey(requirement)))) return ok()
  return heldBack({ claim: weighed, requirements })
}

async function weighedOf({ about, facts, ...claim }: Claim): Promise<WeighedClaim> {
  const known = typeof facts === 'function' ? await facts() : facts
  return { ...claim, ...(await about?.()), facts: known }
}

const NOTHING: ReadonlySet<string> = new Set()

export function requirementKey({ source, id }: Pick<Requirement, 'source' | 'id'>): string {
  return `${source}:${id}`
}

function heldBack(hold: Hold): Refused {
  const refused = hostRefusals.held_for_approval({ params: { act: hold.claim.act } })
  holds.set(refused.refusal, hold)
  return refused
}

/** Once in a transaction, however many acts it weighs. */
export async function settle(ctx: Context, seat: GuardSeat, pass: Pass): Promise<Result<void>> {
  if (seat.state.settled || !seat.desk || !pass.approver) return ok()
  const settled = await seat.desk.settle(ctx, pass)
  if (settled.ok) seat.state.settled = true
  return settled
}
