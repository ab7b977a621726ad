import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { showCurrent } from '../../ui/show-current.ts'
import styles from './settings.module.css'
import { SECTIONS } from './sections.ts'

interface SettingsFrameProps {
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The sections of the settings beside the one that is open. */
export function SettingsFrame({ actions, children }: SettingsFrameProps) {
  const t = useTranslations()
  const can = useCan()
  return (
    <>
      <PageHeader title={t('settings.title')} subtitle={t('settings.intro')} actions={actions} />
      <div className={styles.frame}>
        <nav ref={showCurrent} aria-label={t('settings.sections.label')} className={styles.nav}>
          {SECTIONS.filter(({ permission }) => can(permission)).map(({ to, label }) => (
            <Link
              key={to}
              to={to}
              className={styles.link}
              activeOptions={{ exact: true }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {t(label)}
            </Link>
          ))}
        </nav>
        <div className={styles.content}>{children}</div>
      </div>
    </>
  )
}
