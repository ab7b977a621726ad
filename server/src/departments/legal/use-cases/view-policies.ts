import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { blanksOf, POLICY_KINDS, RULES_OF, type PolicyKind } from '../domain/policy.ts'
import { refusals } from '../domain/refusals.ts'
import { findDraft } from '../queries/find-draft.ts'
import { findPolicyVersion, listPolicyVersions, type PolicyVersion } from '../queries/policies.ts'
import { listMarkets, listRegister } from '../queries/register.ts'

export { POLICY_KINDS }

type Reader = Pick<Database, 'rows'>

export async function getPolicyVersion(reader: Reader, id: string): Promise<Result<PolicyVersion>> {
  const found = await findPolicyVersion(reader, id)
  return found ? ok(found) : refusals.policy_not_found()
}

/** Every market and kind, in their orders, also those of which there is nothing yet. */
export async function viewRegister(reader: Reader, now: Date) {
  const [markets, rows] = await Promise.all([listMarkets(reader), listRegister(reader, now)])
  return markets.flatMap(({ code: market }) =>
    POLICY_KINDS.map((kind) => {
      const row = rows.find((one) => one.market === market && one.kind === kind)
      const { number = null, since = null, plannedAt = null, draft = false } = row ?? {}
      return { market, kind, inForce: number !== null && since ? { number, since } : undefined, plannedAt, draft }
    }),
  )
}

/** One policy whole: what was published, what is in force of it now, what is being written, and what it can say. */
export async function viewPolicy(
  reader: Reader,
  { market: code, kind, now }: { readonly market: string; readonly kind: PolicyKind; readonly now: Date },
) {
  const [markets, versions, draft] = await Promise.all([
    listMarkets(reader),
    listPolicyVersions(reader, code, kind),
    findDraft(reader, { market: code, kind }),
  ])
  const market = markets.find((one) => one.code === code)
  if (!market) return refusals.unknown_market()
  const begun = versions.filter(({ effectiveAt }) => effectiveAt <= now)
  // The newest first: of two that began at one instant the later number is in force.
  const inForce = begun.toSorted((a, b) => b.effectiveAt.getTime() - a.effectiveAt.getTime())[0]
  return ok({ market, versions, draft, inForce, rules: RULES_OF[kind], blanks: blanksOf(kind) })
}
