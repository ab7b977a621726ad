import { Link, useLocation } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import styles from './people.module.css'

const PLACES = [
  { to: '/team', key: 'people' },
  { to: '/team/units', key: 'units' },
  { to: '/team/roles', key: 'roles' },
  { to: '/team/outside', key: 'outside' },
] as const

// i18n-dynamic: people.nav.*
/** The four sides of who works here. */
export function PeopleNav() {
  const t = useTranslations('people.nav')
  const { pathname } = useLocation()
  const here = PLACES.findLast(({ to }) => pathname.endsWith(to))?.to
  return (
    <nav className={styles.nav} aria-label={t('label')}>
      {PLACES.map(({ to, key }) => (
        <Link key={to} to={to} className={styles.place} {...(to === here ? { 'aria-current': 'page' as const } : {})}>
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}
