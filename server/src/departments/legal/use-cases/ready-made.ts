import type { Translations } from '../../../host/i18n/translate.ts'
import {
  POLICY_LANGUAGES,
  RULES_OF,
  USUAL_RULES,
  type PolicyDraft,
  type PolicyKind,
  type PolicyLanguage,
  type PolicyRules,
} from '../domain/policy.ts'
import { DRAFT_PARTS } from '../domain/ready-made.ts'

/** Blanks stay blanks: they are filled when the text is shown. */
const BLANKS = Object.fromEntries(
  ['shop', 'seller', 'email', ...Object.keys(USUAL_RULES)].map((name) => [name, `{${name}}`]),
)

// i18n-dynamic: legal.drafts.*

/** The draft that the house brings along for a kind, in one language. */
function readyMadeText(translations: Translations, kind: PolicyKind, locale: PolicyLanguage): string {
  const translate = translations.for(locale)
  return DRAFT_PARTS[kind]
    .map(
      (part) =>
        `<h3>${translate(`legal.drafts.${kind}.${part}.title`)}</h3><p>${translate(`legal.drafts.${kind}.${part}.text`, BLANKS)}</p>`,
    )
    .join('')
}

export function readyMadeDraft(translations: Translations, kind: PolicyKind): PolicyDraft {
  return {
    texts: Object.fromEntries(POLICY_LANGUAGES.map((locale) => [locale, readyMadeText(translations, kind, locale)])),
    rules: Object.fromEntries(RULES_OF[kind].map((rule) => [rule, USUAL_RULES[rule]])) as PolicyRules,
  }
}
