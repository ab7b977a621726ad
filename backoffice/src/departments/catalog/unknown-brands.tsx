import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import { brandNames } from './brand-queries.ts'
import styles from './category.module.css'

/** What products say as their brand that is none yet, the most frequent first. */
export function UnknownBrands({ onMake }: { readonly onMake: ((name: string) => void) | undefined }) {
  const t = useTranslations('catalog.brand')
  const unknown = useQuery(brandNames).data?.unknown ?? []
  if (unknown.length === 0) return null
  return (
    <div className={styles.placed}>
      <Panel title={t('unknown')} flush>
        <ul className={styles.rows}>
          {unknown.map(({ name, products }) => (
            <li key={name} className={`${styles.row} ${styles.flat}`}>
              <span className={styles.words}>
                <span>{name}</span>
                <span className={styles.note}>{t('products', { count: products })}</span>
              </span>
              {onMake && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t('makeNamed', { name })}
                  onClick={() => onMake(name)}
                >
                  {t('make')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
