import type { Refused } from '../../../kernel/result.ts'
import { DEFAULT_LANGUAGE, LANGUAGES, type Texts } from './product.ts'
import { refusals } from './refusals.ts'

/** What exists with what is wanted laid over it; an empty text takes its language away. Keys in the house's order. */
export function mergedTexts(existing: Texts, wanted: Texts | undefined): Texts {
  if (wanted === undefined) return existing
  const merged = { ...existing, ...wanted }
  return Object.fromEntries(
    [...new Set([...LANGUAGES, ...Object.keys(merged)])]
      .map((language) => [language, (merged[language] ?? '').trim()] as const)
      .filter(([, text]) => text !== ''),
  )
}

export interface TextRule {
  readonly field: string
  readonly max: number
  readonly required: boolean
}

export function textFlaws(texts: Texts, { field, max, required }: TextRule): Refused[] {
  const flaws: Refused[] = []
  if (required && !texts[DEFAULT_LANGUAGE]) flaws.push(refusals.name_missing({ field: `${field}.${DEFAULT_LANGUAGE}` }))
  for (const [language, text] of Object.entries(texts)) {
    const at = `${field}.${language}`
    if (!LANGUAGES.includes(language)) flaws.push(refusals.unknown_language({ field: at, params: { language } }))
    if (text.length > max) flaws.push(refusals.text_too_long({ field: at, params: { max } }))
  }
  return flaws
}

export function sameTexts(a: Texts, b: Texts): boolean {
  const languages = Object.keys(a)
  return languages.length === Object.keys(b).length && languages.every((language) => a[language] === b[language])
}
