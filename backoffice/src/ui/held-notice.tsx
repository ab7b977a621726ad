import { IconHourglass } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { Held } from '../client/held.ts'
import styles from './held-notice.module.css'

/** In a form or a dialog, where an error would stand: it waits for others, and here is the request. */
export function HeldNotice({ held }: { readonly held: Held }) {
  const t = useTranslations('ui.held')
  return (
    <output className={styles.held}>
      <IconHourglass size={20} aria-hidden />
      <div>
        <strong>{held.body.title}</strong>
        <p>{held.body.remedy}</p>
        <Link to={held.path}>{t('see')}</Link>
      </div>
    </output>
  )
}
