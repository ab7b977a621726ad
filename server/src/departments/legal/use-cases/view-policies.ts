import type { Organisation } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listEntities, listMarkets as listOrganisationMarkets, readShopName } from '../../organisation/index.ts'
import { languagesBehind, languagesMissing } from '../domain/languages.ts'
import {
  blanksOf,
  CANCEL_MINUTES,
  CANCEL_UNTIL,
  POLICY_KINDS,
  POLICY_LANGUAGES,
  RULES_OF,
  type PolicyKind,
} from '../domain/policy.ts'
import { refusals } from '../domain/refusals.ts'
import { findDraft } from '../queries/find-draft.ts'
import { findPolicyVersion, listPolicyVersions, type PolicyVersion } from '../queries/policies.ts'
import { listMarkets, listRegister } from '../queries/register.ts'

export { CANCEL_MINUTES, CANCEL_UNTIL, POLICY_KINDS, POLICY_LANGUAGES }

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
      const { number = null, since = null, plannedAt = null, draft = false, texts = null } = row ?? {}
      const inForce = number !== null && since ? { number, since } : undefined
      return { market, kind, inForce, plannedAt, draft, missing: texts ? languagesMissing(texts) : [] }
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
  const behind = draft && inForce ? languagesBehind(inForce.texts, draft.texts) : []
  const missing = draft ? languagesMissing(draft.texts) : []
  return ok({ market, versions, draft, inForce, missing, behind, rules: RULES_OF[kind], blanks: blanksOf(kind) })
}

/** What fills the blanks that every policy of a market may name, as its pages fill them. */
export async function sellerOf(reader: Pick<Database, 'row' | 'rows'>, organisation: Organisation, code: string) {
  const [shop, markets, entities] = await Promise.all([
    readShopName(reader, organisation),
    listOrganisationMarkets(reader),
    listEntities(reader),
  ])
  const entityId = markets.find((one) => one.code === code)?.entityId
  const entity = entities.find(({ id }) => id === entityId) ?? entities[0]
  return { shop, seller: entity?.legalName ?? shop, email: entity?.email ?? '' }
}
