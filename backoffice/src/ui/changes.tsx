import { IconArrowRight } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'use-intl'
import { changeText } from './change-text.ts'
import styles from './changes.module.css'
import { useFormatLocale } from './use-format-locale.ts'

interface Change {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/**
 * Fields with what stood there before and stands there now; of what is new as a whole, only what it is, and of what stayed the same, which
 * one it was. Values of persons are not kept, only the field's name.
 */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTranslations('ui.changes')
  const is = useTranslations('ui.list')
  const reader = { locale: useLocale(), dates: useFormatLocale(), yes: is('yes'), no: is('no') }
  if (changes.length === 0) return null
  const isNothing = (value: unknown) => changeText(value, reader) === changeText(undefined, reader)
  const isSame = (before: unknown, after: unknown) => changeText(before, reader) === changeText(after, reader)
  const isNew = changes.every(({ before }) => isNothing(before))
  // Of a person's data only the name is kept; that says something even so.
  const told = isNew ? changes.filter(({ after }) => after === undefined || !isNothing(after)) : changes
  return (
    <ul className={styles.changes}>
      {told.map(({ field, before, after }) => (
        <li key={field}>
          <span className={styles.field}>{field}</span>
          {(isNew || isSame(before, after)) && after !== undefined && <Value text={changeText(after, reader)} />}
          {!isNew && !isSame(before, after) && (before !== undefined || after !== undefined) && (
            <>
              <span className="sr-only">{t('before')} </span>
              <del>
                <Value text={changeText(before, reader)} />
              </del>{' '}
              <IconArrowRight size={12} aria-hidden /> <span className="sr-only">{t('after')} </span>
              <ins>
                <Value text={changeText(after, reader)} />
              </ins>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const MOST = 120

/** A long one opens. */
function Value({ text }: { readonly text: string }) {
  if (text.length <= MOST) return <>{text}</>
  return (
    <details className={styles.long}>
      <summary>{text.slice(0, MOST)}…</summary>
      {text}
    </details>
  )
}
