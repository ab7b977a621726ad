import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { showCurrent } from '../../ui/show-current.ts'
import styles from './people.module.css'

const PLACES = [
  { to: '/team', key: 'people' },
  { to: '/team/units', key: 'units' },
  { to: '/team/roles', key: 'roles' },
  { to: '/team/outside', key: 'outside' },
  { to: '/team/sign-in', key: 'signIn' },
] as const
const KEYS = { to: '/team/keys', key: 'keys' } as const

const EXACTLY = { exact: true }

// i18n-dynamic: people.nav.*
/** The sides of who works here; the keys of programs for those who may make them. */
export function PeopleNav() {
  const t = useTranslations('people.nav')
  const can = useCan()
  const places = can('people:api_keys') ? [...PLACES, KEYS] : PLACES
  return (
    <nav ref={showCurrent} className={styles.nav} aria-label={t('label')}>
      {places.map(({ to, key }) => (
        <Link key={to} to={to} className={styles.place} activeOptions={EXACTLY}>
          {t(key)}
        </Link>
      ))}
    </nav>
  )
}
