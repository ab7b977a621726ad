import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface NoticeProps {
  readonly icon: TablerIcon
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly tone?: 'calm' | 'danger'
}

/** What stands where content would: nothing yet, not found, not allowed, broken. */
export function Notice({ icon: Icon, title, children, action, tone = 'calm' }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} {...(tone === 'danger' ? { role: 'alert' } : {})}>
      <span className={styles.icon}>
        <Icon size={24} stroke={1.5} aria-hidden />
      </span>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
