import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { ScrollBox } from '../../../ui/scroll-box.tsx'
import { useCodeWords } from '../../../ui/use-code-words.ts'
import type { ProductImport } from './import-queries.ts'
import styles from './imports.module.css'

// i18n-dynamic: catalog.import.fields.*

interface MappingTableProps {
  readonly columns: ProductImport['columns']
  /** Where columns may go. */
  readonly choices: readonly string[]
  readonly fields: (string | null)[]
  readonly onChange: (fields: (string | null)[]) => void
}

/** Each column of the file with the first things that stand in it, and where it goes. */
export function MappingTable({ columns, choices, fields, onChange }: MappingTableProps) {
  const t = useTranslations('catalog.import')
  const say = useCodeWords()
  const data = [
    { value: '', label: t('notImported') },
    ...choices.map((value) => ({ value, label: say('catalog.import.fields', value) })),
  ]
  const left = fields.filter((field) => field === null).length
  return (
    <>
      <ScrollBox label={t('columns')} tall>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('examples')}</th>
              <th scope="col">{t('goesTo')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, examples }, at) => (
              <tr key={at}>
                <th scope="row">{heading || t('unnamed', { number: at + 1 })}</th>
                <td className="dimmed">{examples.length === 0 ? '–' : examples.join(' · ')}</td>
                <td>
                  <NativeSelect
                    aria-label={t('goesToOf', { column: heading || String(at + 1) })}
                    value={fields[at] ?? ''}
                    data={withOwn(data, fields[at] ?? null)}
                    onChange={(change) => onChange(fields.with(at, change.currentTarget.value || null))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {left > 0 && <p className={styles.note}>{t('leftOut', { count: left })}</p>}
    </>
  )
}

/** What only a format knows (which rows belong together) is shown where it stands, and offered nowhere else. */
function withOwn(data: { value: string; label: string }[], field: string | null) {
  return field === null || data.some(({ value }) => value === field) ? data : [...data, { value: field, label: field }]
}
