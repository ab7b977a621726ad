import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { departments } from '../departments.ts'
import { Announcer } from '../frame/announcer.tsx'
import { useLiveStream } from '../live/live.ts'
import { sessionQuery } from '../session/session.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

/** The frame around every screen. When the session ends it leads to the sign-in page, and back again afterwards. */
export function Shell() {
  const { data: session } = useQuery(sessionQuery)
  const navigate = useNavigate()
  const { href } = useLocation()
  useEffect(() => {
    if (session === null) void navigate({ to: '/sign-in', search: { next: href }, replace: true })
  }, [session, navigate, href])
  return session ? <Frame /> : null
}

function Frame() {
  const t = useTranslations('app.shell')
  const [drawerOpen, drawer] = useDisclosure(false)
  const { pathname } = useLocation()
  useLiveStream(departments)
  const { close } = drawer
  useEffect(close, [pathname, close])
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <aside className={styles.rail}>
        <Rail />
      </aside>
      <Drawer
        opened={drawerOpen}
        onClose={drawer.close}
        size={288}
        withCloseButton={false}
        title={<span className="sr-only">{t('menu')}</span>}
        classNames={{ content: styles.drawer, body: styles.drawerBody, header: styles.drawerHeader }}
      >
        <Rail onClose={drawer.close} />
      </Drawer>
      <div className={styles.page}>
        <TopBar menuOpen={drawerOpen} onMenu={drawer.toggle} />
        <ConnectionBanner />
        <main id="main" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Announcer />
    </div>
  )
}
