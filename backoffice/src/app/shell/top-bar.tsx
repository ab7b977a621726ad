import { Burger, Menu, UnstyledButton } from '@mantine/core'
import { IconLogout, IconShieldLock } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { initialsOf } from '../../ui/record/initials-of.ts'
import { signOut, useSession } from '../session/session.ts'
import { InboxButton } from '../../departments/work/inbox-button.tsx'
import { AppearanceMenu } from './appearance-menu.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { PaletteButton } from '../palette/palette-button.tsx'
import { Tray } from '../tray/tray.tsx'
import styles from './top-bar.module.css'

export function TopBar({ menuOpen, onMenu }: { readonly menuOpen: boolean; readonly onMenu: () => void }) {
  const t = useTranslations('app.shell')
  const { organisation } = useSession()
  return (
    <header className={styles.bar}>
      <Burger className={styles.burger} opened={menuOpen} onClick={onMenu} size="sm" aria-label={t('menu')} />
      <span className={styles.house}>
        <span className={styles.houseName}>{organisation.name}</span>
        {organisation.demo && (
          <span className={styles.demo} title={t('demoMeaning')}>
            {t('demo')}
          </span>
        )}
      </span>
      <PaletteButton />
      <InboxButton />
      <Tray />
      <span className={styles.menus}>
        <LanguageMenu />
        <AppearanceMenu />
      </span>
      <AccountMenu />
    </header>
  )
}

function AccountMenu() {
  const t = useTranslations('app.shell')
  const security = useTranslations('app.security')
  const { staff } = useSession()
  const client = useQueryClient()
  const initials = initialsOf(staff.name)
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.account} aria-label={t('account', { initials, name: staff.name })}>
          {initials}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.person}>
          <strong>{staff.name}</strong>
          <span>{staff.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/security" leftSection={<IconShieldLock size={18} aria-hidden />}>
          {security('title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void signOut(client)}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
