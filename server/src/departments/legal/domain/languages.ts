import { POLICY_LANGUAGES, type PolicyLanguage, type PolicyTexts } from './policy.ts'

const has = (texts: PolicyTexts, language: PolicyLanguage) => (texts[language] ?? '').trim() !== ''

/** In which nobody has written it: there shoppers read the market's language, or English. */
export function languagesMissing(texts: PolicyTexts): PolicyLanguage[] {
  return POLICY_LANGUAGES.filter((language) => !has(texts, language))
}

/** Texts that stayed word for word while the English changed: somebody has to say that they still mean the same. */
export function languagesBehind(before: PolicyTexts, after: PolicyTexts): PolicyLanguage[] {
  if (before['en'] === after['en']) return []
  return POLICY_LANGUAGES.filter(
    (language) => language !== 'en' && has(after, language) && before[language] === after[language],
  )
}
