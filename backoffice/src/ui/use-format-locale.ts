import { useLocale } from 'use-intl'
import { formatLocale } from './format-locale.ts'

/** How days and hours are written for this reader: their language as their own country writes it. */
export function useFormatLocale(): string {
  return formatLocale(useLocale(), navigator.languages)
}
