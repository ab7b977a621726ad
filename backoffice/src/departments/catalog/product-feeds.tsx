import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { feedProblems } from './feed-queries.ts'
import styles from './feeds.module.css'

// i18n-dynamic: catalog.feeds.short.*
/** What channels outside would find wrong with a product; nothing where no feed has it. */
export function ProductFeeds({ productId }: { readonly productId: string }) {
  const t = useTranslations('catalog.feeds')
  const { data } = useQuery(feedProblems(productId))
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={t('title')}>
      <ul className={styles.problems}>
        {data.items.map(({ id, name, problems }) => (
          <li key={id}>
            <strong>{name}</strong>
            {problems.length === 0 && <p className={styles.note}>{t('productSound')}</p>}
            <ul className={styles.kinds}>
              {problems.map(({ kind, blocks }) => (
                <li key={kind} className={styles.kind}>
                  <StateBadge tone={blocks ? 'danger' : 'waiting'}>{t(blocks ? 'blocks' : 'warns')}</StateBadge>
                  {t(`short.${kind}`)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
