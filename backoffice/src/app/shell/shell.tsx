import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { departments } from '../departments.ts'
import { Announcer } from '../frame/announcer.tsx'
import { useLiveStream } from '../live/live.ts'
import { PaletteHost } from '../palette/palette-host.tsx'
import { sessionQuery } from '../session/session.ts'
import { usePreferredAppearance } from '../theme/use-appearance.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

/** The frame around every screen. When the session ends it leads to the sign-in page, and back again afterwards. */
export function Shell() {
  const { data: session } = useQuery(sessionQuery)
  const router = useRouter()
  useEffect(() => {
    if (session !== null) return
    // Read once: while the sign-in page is on its way, this frame still stands and the address is that page's already.
    const { pathname, href } = router.state.location
    const next = pathname === '/' ? {} : { next: href }
    void router.navigate({ to: '/sign-in', search: next, replace: true })
  }, [session, router])
  return session ? <Frame /> : null
}

function Frame() {
  const t = useTranslations('app.shell')
  const [drawerOpen, drawer] = useDisclosure(false)
  const { pathname } = useLocation()
  useLiveStream(departments)
  usePreferredAppearance()
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
      <PaletteHost />
    </div>
  )
}
