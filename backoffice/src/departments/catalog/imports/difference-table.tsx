import { useLocale, useTranslations } from 'use-intl'
import { changeText } from '../../../ui/change-text.ts'
import { ScrollBox } from '../../../ui/scroll-box.tsx'
import { useCodeWords } from '../../../ui/use-code-words.ts'
import type { ImportReport } from './import-queries.ts'
import styles from './imports.module.css'

// i18n-dynamic: catalog.import.warnings.*
// i18n-dynamic: catalog.import.reasons.*

export interface ShownChange {
  readonly of: string
  readonly label: string
  readonly before: unknown
  readonly after: unknown
  readonly reason?: string
}

/** Field by field, before and after; with why, where something could not be set back. */
export function DifferenceTable({
  label,
  changes,
}: {
  readonly label: string
  readonly changes: readonly ShownChange[]
}) {
  const t = useTranslations('catalog.import')
  const is = useTranslations('ui.list')
  const reader = { locale: useLocale(), yes: is('yes'), no: is('no') }
  const textOf = (value: unknown) => shortened(changeText(value, reader))
  const say = useCodeWords()
  const hasReasons = changes.some(({ reason }) => reason !== undefined)
  return (
    <ScrollBox label={label} tall>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('product')}</th>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
            {hasReasons && <th scope="col">{t('why')}</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ of, label: field, before, after, reason }, index) => (
            <tr key={index}>
              <td>{of}</td>
              <td>{field}</td>
              <td>
                <del>{textOf(before)}</del>
              </td>
              <td>
                <ins>{textOf(after)}</ins>
              </td>
              {reason !== undefined && <td>{say('catalog.import.reasons', reason)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** What of the file was passed over. */
export function WarningList({ warnings }: Pick<ImportReport, 'warnings'>) {
  const t = useTranslations('catalog.import')
  const say = useCodeWords()
  if (warnings.length === 0) return null
  return (
    <details className={styles.note}>
      <summary>{t('warned', { count: warnings.length })}</summary>
      <ul>
        {warnings.map(({ row, code, column, value }, index) => (
          <li key={index}>
            {row !== undefined && `${t('row', { row })} · `}
            {say('catalog.import.warnings', code)} {[column, value].filter(Boolean).join(': ')}
          </li>
        ))}
      </ul>
    </details>
  )
}

const MOST = 200

const shortened = (text: string) => (text.length > MOST ? `${text.slice(0, MOST)}…` : text)
