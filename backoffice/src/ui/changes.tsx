import { IconArrowRight } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'use-intl'
import { formatMoney, type Money } from './format-money.ts'
import { withoutMarkup } from './form/html-of.ts'
import styles from './changes.module.css'

interface Change {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Fields with what stood there before and stands there now; values of persons are not kept, only the field's name. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTranslations('ui.changes')
  const locale = useLocale()
  if (changes.length === 0) return null
  return (
    <ul className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className={styles.field}>{field}</span>
          {(before !== undefined || after !== undefined) && (
            <span>
              <span className="sr-only">{t('before')} </span>
              <del>{textOf(before, locale)}</del> <IconArrowRight size={12} aria-hidden />{' '}
              <span className="sr-only">{t('after')} </span>
              <ins>{textOf(after, locale)}</ins>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

const MOST = 120

function textOf(value: unknown, locale: string): string {
  if (value === undefined || value === null || value === '') return '–'
  if (isMoney(value)) return formatMoney(value, locale)
  if (typeof value === 'string' && INSTANT.test(value)) return instantText(value, locale)
  if (isListOfPictures(value)) return cut(value.map(({ alts }) => alts[locale] || alts.en || '…').join(' · ') || '–')
  if (isListOfWords(value)) return value.length === 0 ? '–' : cut(value.join(', '))
  return cut(typeof value === 'string' ? withoutMarkup(value) : JSON.stringify(value))
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

function instantText(value: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value))
}

function isListOfWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isListOfPictures(value: unknown): value is { readonly alts: Readonly<Record<string, string | undefined>> }[] {
  const isPicture = (one: unknown) => typeof one === 'object' && one !== null && 'fileId' in one && 'alts' in one
  return Array.isArray(value) && value.length > 0 && value.every(isPicture)
}

function cut(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
}
