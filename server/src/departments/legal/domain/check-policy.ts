import { ok, type Result } from '../../../kernel/result.ts'
import { RULES_OF, unknownBlank, type PolicyDraft, type PolicyKind, type PolicyRules } from './policy.ts'
import { refusals } from './refusals.ts'

/** Where the draft is to be in force. */
export interface PolicyMarket {
  readonly language: string
  /** Whether it sells to consumers in the European Union. */
  readonly inUnion: boolean
}

/** A draft may be unfinished, but names nothing that it does not have; rules of another kind are left out. */
export function checkDraft(kind: PolicyKind, { texts, rules }: PolicyDraft): Result<PolicyDraft> {
  for (const [language, text] of Object.entries(texts)) {
    const blank = unknownBlank(kind, text)
    if (blank !== undefined) return refusals.unknown_blank({ field: `texts.${language}`, params: { blank } })
  }
  const own = RULES_OF[kind].flatMap((rule) => (rules[rule] === undefined ? [] : [[rule, rules[rule]]]))
  return ok({ texts, rules: Object.fromEntries(own) as PolicyRules })
}

export interface Publication {
  readonly effectiveAt: Date
  readonly now: Date
}

/**
 * Whether a draft can become what the shop promises: whole in English and in the market's language, every rule decided, not
 * below what the law gives consumers anyway, and not before now, since orders have been sold under what was in force.
 */
export function checkPublication(
  kind: PolicyKind,
  draft: PolicyDraft,
  { market, publication }: { market: PolicyMarket; publication: Publication },
): Result<void> {
  for (const language of new Set(['en', market.language])) {
    if ((draft.texts[language] ?? '').trim() === '') {
      return refusals.text_missing({ field: `texts.${language}`, params: { language } })
    }
  }
  const open = RULES_OF[kind].find((rule) => draft.rules[rule] === undefined)
  if (open !== undefined) return refusals.rule_missing({ field: `rules.${open}` })
  if (publication.effectiveAt.getTime() < publication.now.getTime())
    return refusals.in_the_past({ field: 'effectiveAt' })
  return market.inUnion ? checkLaw(draft.rules) : ok()
}

/** Directive 2011/83/EU art. 9: fourteen days to withdraw; Directive (EU) 2019/771 art. 10: two years of guarantee. */
const LEAST = { withdrawalDays: 14, warrantyMonths: 24 } as const

function checkLaw(rules: PolicyRules): Result<void> {
  for (const rule of ['withdrawalDays', 'warrantyMonths'] as const) {
    const promised = rules[rule]
    if (promised !== undefined && promised < LEAST[rule]) {
      return refusals.below_law({ field: `rules.${rule}`, params: { least: LEAST[rule] } })
    }
  }
  return ok()
}
