import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import styles from './people.module.css'

const PLACES = [
  { to: '/team', key: 'people' },
  { to: '/team/units', key: 'units' },
  { to: '/team/roles', key: 'roles' },
  { to: '/team/outside', key: 'outside' },
] as const

const EXACTLY = { exact: true }

// i18n-dynamic: people.nav.*
/** The four sides of who works here. */
export function PeopleNav() {
  const t = useTranslations('people.nav')
  return (
    <nav className={styles.nav} aria-label={t('label')}>
      {PLACES.map(({ to, key }) => (
        <Link key={to} to={to} className={styles.place} activeOptions={EXACTLY}>
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}
