import { Progress } from '@mantine/core'
import { useFormatter, useTranslations } from 'use-intl'
import { isLanguage, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { Panel } from '../../ui/panel.tsx'
import { MissingParts } from './missing-parts.tsx'
import styles from './product-record.module.css'
import type { Product } from './queries.ts'

const HUNDRED = 100

/** How much of what its family asks for is there, in each language, and what is missing. */
export function ProductCompleteness({ product }: { readonly product: Product }) {
  const t = useTranslations('catalog.completeness')
  const format = useFormatter()
  const { languages, missing } = product.completeness
  return (
    <Panel title={t('title')}>
      <ul className={styles.languages}>
        {languages.map(({ language, percent }) => {
          const name = isLanguage(language) ? LANGUAGE_NAMES[language] : language
          return (
            <li key={language}>
              <span className={styles.language}>
                <span>{name}</span>
                <span>{format.number(percent / HUNDRED, { style: 'percent' })}</span>
              </span>
              <Progress value={percent} size="sm" aria-label={t('of', { language: name })} />
            </li>
          )
        })}
      </ul>
      {missing.length === 0 ? (
        <p className={styles.note}>{t('whole')}</p>
      ) : (
        <>
          <h3 className={styles.missingTitle}>{t('missing')}</h3>
          <MissingParts missing={missing} />
        </>
      )}
    </Panel>
  )
}
