import { useFormatter, useTranslations } from 'use-intl'
import styles from './imports.module.css'

type Figure = 'created' | 'changed' | 'unchanged' | 'variants' | 'refused' | 'undone' | 'keptBack'

interface ImportFiguresProps {
  readonly figures: Partial<Record<Figure, number>>
}

export function ImportFigures({ figures }: ImportFiguresProps) {
  const t = useTranslations('catalog.import')
  const format = useFormatter()
  const names: Readonly<Record<Figure, string>> = {
    created: t('created'),
    changed: t('changed'),
    unchanged: t('unchanged'),
    variants: t('variants'),
    refused: t('refusedRows'),
    undone: t('undone'),
    keptBack: t('keptBack'),
  }
  return (
    <dl className={styles.summary}>
      {(Object.entries(figures) as [Figure, number][]).map(([figure, count]) => (
        <div key={figure}>
          <dt>{names[figure]}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
