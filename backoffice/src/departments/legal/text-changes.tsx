import { useTranslations } from 'use-intl'
import styles from './legal.module.css'
import type { Policy } from './queries.ts'
import { plainText, textDifference } from '../../ui/text-difference.ts'

// i18n-dynamic: legal.form.*

type Said = Pick<Policy['readyMade'], 'rules'> & { readonly texts: Readonly<Record<string, string | undefined>> }

interface ChangesProps {
  readonly before: Said | undefined
  readonly after: Said
  /** Where it is not written in that, English is compared. */
  readonly language: string
}

/** Rules and words that are others than before; the whole text where there is no before. */
export function Changes({ before, after, language }: ChangesProps) {
  const t = useTranslations('legal')
  const words = ({ texts }: Said) => plainText(texts[language] ?? texts['en'] ?? '')
  const rules = (Object.keys({ ...before?.rules, ...after.rules }) as (keyof Said['rules'])[]).filter(
    (rule) => before?.rules[rule] !== after.rules[rule],
  )
  return (
    <div className={styles.changes}>
      {rules.length > 0 && (
        <ul>
          {rules.map((rule) => (
            <li key={rule}>
              {t(`form.${rule}`)}: {before && <del>{String(before.rules[rule] ?? '–')}</del>}{' '}
              <ins>{String(after.rules[rule] ?? '–')}</ins>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.text}>
        {textDifference(before ? words(before) : words(after), words(after)).map(({ kind, text }, index) =>
          kind === 'same' ? (
            <span key={index}>{text}</span>
          ) : kind === 'gone' ? (
            <del key={index}>{text}</del>
          ) : (
            <ins key={index}>{text}</ins>
          ),
        )}
      </p>
    </div>
  )
}
