import { ActionIcon } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import styles from './inbox.module.css'
import { inboxCount } from './inbox-count.ts'

/** In the top bar: how much of one's inbox is unread. */
export function InboxButton() {
  const t = useTranslations('work.inbox')
  const mayRead = useCan()('inbox:read')
  const { data } = useQuery({ ...inboxCount, enabled: mayRead })
  if (!mayRead) return null
  const { unread = 0, most = 99 } = data ?? {}
  return (
    <ActionIcon
      component={Link}
      to="/inbox"
      variant="subtle"
      color="gray"
      className={`icon-button ${styles.button ?? ''}`}
      aria-label={t('open', { count: unread })}
    >
      <IconInbox size={20} stroke={1.75} aria-hidden />
      {unread > 0 && (
        <span className={styles.count} aria-hidden>
          {unread > most ? `${most}+` : unread}
        </span>
      )}
    </ActionIcon>
  )
}
