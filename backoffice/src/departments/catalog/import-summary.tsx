import { useFormatter, useTranslations } from 'use-intl'
import styles from './import-screen.module.css'
import type { ImportReport } from './queries.ts'

export function ImportSummary({ report }: { readonly report: ImportReport }) {
  const t = useTranslations('catalog.import')
  const format = useFormatter()
  const figures = [
    [t('created'), report.created],
    [t('changed'), report.changed],
    [t('unchanged'), report.unchanged],
    [t('variants'), report.variants],
  ] as const
  return (
    <dl className={styles.summary}>
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
