import type { House } from '../../host/context.ts'
import { html, trustedHtml, type Html } from '../../host/http/html.ts'
import { cleanRichText } from '../../host/rich-text/rich-text.ts'
import {
  filled,
  findPolicyVersion,
  listPoliciesInForce,
  readyMadeDraft,
  type PolicyKind,
  type PolicyRules,
  type PolicyVersion,
} from '../../departments/legal/index.ts'
import type { Visit } from '../visit.ts'

/** A policy as a page shows it: its text in the visit's language with the blanks filled by its own rules. */
export interface PolicyView {
  readonly kind: PolicyKind
  readonly body: Html
  readonly rules: PolicyRules
  /** Undefined where the shop has published none, and the house's own draft stands in. */
  readonly version: Pick<PolicyVersion, 'id' | 'number' | 'effectiveAt' | 'market'> | undefined
}

/** What the visit's market promises now, of these kinds in their order. */
export async function readPolicies(
  house: House,
  visit: Visit,
  kinds: readonly PolicyKind[],
): Promise<readonly PolicyView[]> {
  const inForce = await listPoliciesInForce(house.database, { market: visit.market.code, at: house.clock.now() })
  return kinds.map((kind) => {
    const version = inForce.find((one) => one.kind === kind)
    const { texts, rules } = version ?? readyMadeDraft(house.translations, kind)
    return { kind, rules, version, body: bodyOf(visit, texts, rules) }
  })
}

/** One published version, whatever took its place since. */
export async function readPolicyVersion(house: House, visit: Visit, id: string): Promise<PolicyView | undefined> {
  const version = await findPolicyVersion(house.database, id)
  return (
    version && { kind: version.kind, rules: version.rules, version, body: bodyOf(visit, version.texts, version.rules) }
  )
}

function bodyOf(visit: Visit, texts: Readonly<Record<string, string>>, rules: PolicyRules): Html {
  const { shop, market, locale } = visit
  const seller = shop.entities.find(({ id }) => id === market.entityId) ?? shop.entities[0]
  const values = { ...rules, shop: shop.name, seller: seller?.legalName ?? shop.name, email: seller?.email ?? '' }
  const escaped = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, html`${value}`.text]))
  const text = [texts[locale], texts[market.language], texts['en']].find((one) => one?.trim()) ?? ''
  return trustedHtml(filled(cleanRichText(text), escaped))
}
