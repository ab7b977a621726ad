import { useTranslations } from 'use-intl'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import styles from './import-screen.module.css'
import type { ImportReport } from './queries.ts'

// i18n-dynamic: catalog.import.warnings.*

/** What the file changes, field by field, and what of it was passed over. */
export function DifferenceTable({ report }: { readonly report: ImportReport }) {
  const t = useTranslations('catalog.import')
  const say = useCodeWords()
  return (
    <>
      {report.differences.length > 0 && (
        <ScrollBox label={t('differences')} tall>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('product')}</th>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('before')}</th>
                <th scope="col">{t('after')}</th>
              </tr>
            </thead>
            <tbody>
              {report.differences.map(({ handle, sku, field, before, after }, index) => (
                <tr key={index}>
                  <td>{sku ?? handle}</td>
                  <td>{field}</td>
                  <td>
                    <del>{textOf(before)}</del>
                  </td>
                  <td>
                    <ins>{textOf(after)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {report.differencesOmitted > 0 && (
        <p className={styles.note}>{t('more', { count: report.differencesOmitted })}</p>
      )}
      {report.warnings.length > 0 && (
        <details className={styles.note}>
          <summary>{t('warned', { count: report.warnings.length })}</summary>
          <ul>
            {report.warnings.map(({ row, code, column, value }, index) => (
              <li key={index}>
                {row !== undefined && `${t('row', { row })} · `}
                {say('catalog.import.warnings', code)} {[column, value].filter(Boolean).join(': ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const MOST = 200

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}
