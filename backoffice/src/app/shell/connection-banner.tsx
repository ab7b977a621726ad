import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useConnection } from '../../client/connection.ts'
import styles from './connection-banner.module.css'

const TRY_AGAIN_MS = 5000

/** Says that the house does not answer, tries again by itself, and goes when it does. */
export function ConnectionBanner() {
  const t = useTranslations('app.connection')
  const away = useConnection() === 'away'
  const client = useQueryClient()
  useEffect(() => {
    if (!away) return
    const timer = setInterval(() => void client.refetchQueries({ type: 'active' }), TRY_AGAIN_MS)
    return () => clearInterval(timer)
  }, [away, client])
  return (
    <output>
      {away && (
        <div className={styles.banner}>
          <IconCloudOff size={20} aria-hidden />
          <span>{t('away')}</span>
          <Button size="compact-sm" variant="default" onClick={() => void client.refetchQueries({ type: 'active' })}>
            {t('retry')}
          </Button>
        </div>
      )}
    </output>
  )
}
