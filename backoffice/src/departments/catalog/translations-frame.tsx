import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '../../ui/page-header.tsx'
import { showCurrent } from '../../ui/show-current.ts'
import styles from './catalog-frame.module.css'

const PLACES = [
  { to: '/translations', key: 'texts' },
  { to: '/translations/terms', key: 'terms' },
  { to: '/translations/machine', key: 'machine' },
] as const

interface TranslationsFrameProps {
  readonly actions?: ReactNode
  readonly children: ReactNode
}

// i18n-dynamic: catalog.translations.nav.*
/** What is to be translated, and the words of the shop. */
export function TranslationsFrame({ actions, children }: TranslationsFrameProps) {
  const t = useTranslations('catalog.translations')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} actions={actions} />
      <nav ref={showCurrent} className={styles.nav} aria-label={t('nav.label')}>
        {PLACES.map(({ to, key }) => (
          <Link
            key={to}
            to={to}
            className={styles.place}
            activeOptions={{ exact: true }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(`nav.${key}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  )
}
