import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listMarkets } from '../../organisation/index.ts'
import { nameAssignee } from '../../work/index.ts'
import { soundTerms, type HoldTerms } from '../domain/hold-rule.ts'
import { deskRefusals as refusals } from '../domain/desk-refusals.ts'
import { deleteHoldRule, insertHoldRule, lockHoldRule, updateHoldRule, type RuleToKeep } from '../store/holds.ts'

export interface HoldRuleWish {
  readonly terms: HoldTerms
  readonly markets: readonly string[]
  readonly active: boolean
  readonly assignee: string | null
}

interface SavedRule {
  readonly id: string
  readonly version: number
}

/** Orders that are placed from now on are looked at by it; those of before stay as they are. */
export async function makeHoldRule(ctx: Context, wish: HoldRuleWish): Promise<Result<SavedRule>> {
  const sound = await soundRule(ctx, wish)
  if (!sound.ok) return sound
  const id = ctx.newId<'hold_rule'>()
  const rule = { id, ...sound.value }
  insertHoldRule(ctx, rule)
  const changes = changedFields(undefined, fieldsOf(rule))
  ctx.audit({ action: 'orders:rules', objectType: 'hold_rule', objectId: id, version: 1, changes })
  return ok({ id, version: 1 })
}

export async function changeHoldRule(
  ctx: Context,
  { id, version, wish }: { readonly id: string; readonly version: number | undefined; readonly wish: HoldRuleWish },
): Promise<Result<SavedRule>> {
  const sound = await soundRule(ctx, wish)
  if (!sound.ok) return sound
  const there = await lockHoldRule(ctx, id)
  if (!there) return refusals.hold_rule_not_found()
  const expected = expectVersion(there.version, version)
  if (!expected.ok) return expected
  const rule = { id, ...sound.value }
  const changes = changedFields(fieldsOf(there), fieldsOf(rule))
  if (changes.length === 0) return ok({ id, version: there.version })
  updateHoldRule(ctx, rule)
  ctx.audit({ action: 'orders:rules', objectType: 'hold_rule', objectId: id, version: there.version + 1, changes })
  return ok({ id, version: there.version + 1 })
}

/** What it holds goes on waiting, and says why. */
export async function removeHoldRule(ctx: Context, id: string): Promise<Result<void>> {
  const there = await lockHoldRule(ctx, id)
  if (!there) return refusals.hold_rule_not_found()
  deleteHoldRule(ctx, id)
  const changes = [{ field: 'terms', before: there.terms, after: null }]
  ctx.audit({ action: 'orders:rules', objectType: 'hold_rule', objectId: id, version: there.version + 1, changes })
  return ok()
}

async function soundRule(ctx: Context, wish: HoldRuleWish): Promise<Result<Omit<RuleToKeep, 'id'>>> {
  const terms = soundTerms(wish.terms)
  if (!terms.ok) return terms
  const known = new Set((await listMarkets(ctx.tx)).map(({ code }) => code))
  const at = wish.markets.findIndex((market) => !known.has(market))
  if (at >= 0)
    return refusals.hold_market_unknown({ field: `markets.${at}`, params: { market: wish.markets[at] ?? '' } })
  if (wish.assignee !== null) {
    const [kind, id] = wish.assignee.split(':') as ['staff' | 'unit' | 'role', string]
    const named = await nameAssignee(ctx.tx, { kind, id })
    if (!named.ok) return named
  }
  return ok({ ...wish, terms: terms.value, markets: [...new Set(wish.markets)].toSorted() })
}

const fieldsOf = ({ terms, markets, active, assignee }: Omit<RuleToKeep, 'id'>) => ({
  terms,
  markets: markets.join(', '),
  active,
  assignee,
})
