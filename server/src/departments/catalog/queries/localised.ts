import { DEFAULT_LANGUAGE, type Texts } from '../domain/product.ts'

/** The text in a language, else in English. */
export function inLanguage(texts: Texts, locale: string): string {
  return texts[locale] ?? texts[DEFAULT_LANGUAGE] ?? ''
}
