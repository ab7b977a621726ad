import { isLanguage, LANGUAGE_NAMES } from '../../app/messages/languages.ts'

/** Each in its own language, as the choices of languages call them. */
export function namesOf(languages: readonly string[]): string {
  return languages.map((one) => (isLanguage(one) ? LANGUAGE_NAMES[one] : one)).join(', ')
}
