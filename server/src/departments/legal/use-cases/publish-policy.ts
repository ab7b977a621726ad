import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { choiceFact, marketFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkPublication } from '../domain/check-policy.ts'
import { POLICY_KINDS } from '../domain/policy.ts'
import { refusals } from '../domain/refusals.ts'
import { listMarkets } from '../queries/register.ts'
import { lockPolicy, nextNumber, publishDraft, type PolicyKey } from '../store/policies.ts'

export const PUBLISH: GuardedAct = {
  act: 'legal.publish',
  permission: 'legal:publish',
  facts: { kind: 'choice', market: 'market' },
  choices: { kind: POLICY_KINDS },
}

/** States of the Union, whose consumers have rights that no shop can take: Directives 2011/83/EU and (EU) 2019/771. */
const UNION = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '))

interface ToPublish {
  readonly key: PolicyKey
  /** Of the draft that was read: who publishes knows what. */
  readonly version: number | undefined
  /** Undefined: at once. */
  readonly effectiveAt: Date | undefined
}

/** The draft becomes a version that is never changed again, and is what the shop promises from an instant on. */
export async function publishPolicy(
  ctx: Context,
  { key, version, effectiveAt = ctx.now }: ToPublish,
): Promise<Result<{ readonly id: string; readonly number: number }>> {
  const markets = await listMarkets(ctx.tx)
  const market = markets.find(({ code }) => code === key.market)
  if (!market) return refusals.unknown_market()
  const draft = await lockPolicy(ctx, key)
  if (!draft) return refusals.no_draft()
  const expected = expectVersion(draft.version, version)
  if (!expected.ok) return expected
  const allowed = checkPublication(key.kind, draft, {
    market: { language: market.language, inUnion: market.countries.some((country) => UNION.has(country)) },
    publication: { effectiveAt, now: ctx.now },
  })
  if (!allowed.ok) return allowed
  const admitted = await weigh(ctx, {
    act: PUBLISH.act,
    facts: { kind: choiceFact(key.kind), market: marketFact([key.market]) },
    ref: { kind: 'policy', id: `${key.market} ${key.kind}` },
    label: `${key.market.toUpperCase()}: ${key.kind}`,
  })
  if (!admitted.ok) return admitted
  const number = await nextNumber(ctx, key)
  publishDraft(ctx, draft.id, { number, effectiveAt })
  ctx.audit({
    action: 'legal:publish',
    objectType: 'policy',
    objectId: `${key.market} ${key.kind}`,
    changes: [
      { field: 'number', before: null, after: number },
      { field: 'effectiveAt', before: null, after: effectiveAt.toISOString() },
    ],
  })
  return ok({ id: draft.id, number })
}
