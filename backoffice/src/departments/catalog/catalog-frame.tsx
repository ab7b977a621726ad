import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '../../ui/page-header.tsx'
import { showCurrent } from '../../ui/show-current.ts'
import styles from './catalog-frame.module.css'

const PLACES = [
  { to: '/products/categories', key: 'categories' },
  { to: '/products/collections', key: 'collections' },
  { to: '/products/brands', key: 'brands' },
  { to: '/products/attributes', key: 'attributes' },
  { to: '/products/families', key: 'families' },
  { to: '/products/makers', key: 'makers' },
] as const

interface CatalogFrameProps {
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** What products are described by, one side of it open. */
export function CatalogFrame({ actions, children }: CatalogFrameProps) {
  const t = useTranslations('catalog')
  return (
    <>
      <PageHeader
        title={t('record.title')}
        subtitle={t('record.intro')}
        back={{ to: '/products', label: t('title') }}
        actions={actions}
      />
      <CatalogNav />
      {children}
    </>
  )
}

// i18n-dynamic: catalog.record.nav.*
/** From one side of it to the others. */
export function CatalogNav() {
  const t = useTranslations('catalog.record.nav')
  return (
    <nav ref={showCurrent} className={styles.nav} aria-label={t('label')}>
      {PLACES.map(({ to, key }) => (
        <Link key={to} to={to} className={styles.place} activeProps={{ 'aria-current': 'page' }}>
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}
