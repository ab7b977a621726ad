import { CloseButton } from '@mantine/core'
import { IconSunrise } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { departments } from '../departments.ts'
import type { MenuEntry, MenuGroup } from '../frame/department.ts'
import { useCan } from '../session/session.ts'
import { AppearanceMenu } from './appearance-menu.tsx'
import { Brand } from './brand.tsx'
import { LanguageMenu } from './language-menu.tsx'
import styles from './rail.module.css'

// i18n-dynamic: app.menu.groups.*
const GROUPS: readonly MenuGroup[] = ['work', 'sell', 'goods', 'accounts', 'house']

/** The menu: what this person may open, and nothing else. */
export function Rail({ onClose }: { readonly onClose?: () => void }) {
  const t = useTranslations('app.menu')
  const can = useCan()
  const entries = departments.flatMap((department) => department.menu).filter(({ permission }) => can(permission))
  return (
    <nav className={styles.rail} aria-label={t('label')}>
      <div className={styles.top}>
        <Brand />
        {onClose && <CloseButton className={styles.close} size="xl" aria-label={t('close')} onClick={onClose} />}
      </div>
      <ul className={styles.list}>
        <Entry entry={{ to: '/', label: 'app.board.title', icon: IconSunrise }} />
      </ul>
      {GROUPS.map((group) => {
        const own = entries.filter((entry) => entry.group === group)
        return own.length === 0 ? null : (
          <div key={group} className={styles.group}>
            <h2 id={`menu-${group}`} className={styles.groupName}>
              {t(`groups.${group}`)}
            </h2>
            <ul className={styles.list} aria-labelledby={`menu-${group}`}>
              {own.map((entry) => (
                <Entry key={entry.to} entry={entry} />
              ))}
            </ul>
          </div>
        )
      })}
      {onClose && (
        <div className={styles.foot}>
          <LanguageMenu />
          <AppearanceMenu />
        </div>
      )}
    </nav>
  )
}

function Entry({ entry: { to, label, icon: Icon } }: { readonly entry: Pick<MenuEntry, 'to' | 'label' | 'icon'> }) {
  const t = useTranslations()
  return (
    <li>
      <Link
        to={to}
        className={styles.link}
        activeProps={{ 'aria-current': 'page' }}
        activeOptions={{ exact: to === '/' }}
      >
        <Icon size={18} stroke={1.75} aria-hidden />
        {t(label)}
      </Link>
    </li>
  )
}
