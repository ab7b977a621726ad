import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { DateText } from './date-text.tsx'
import styles from './timeline.module.css'

export interface TimelineItem {
  readonly id: string
  readonly icon: TablerIcon
  readonly title: string
  /** Who did it. */
  readonly who?: string | null
  readonly at: string
  readonly body?: ReactNode
}

/** What happened to a record, newest first. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className={styles.timeline}>
      {items.map(({ id, icon: Icon, title, who, at, body }) => (
        <li key={id} className={styles.item}>
          <span className={styles.icon}>
            <Icon size={16} stroke={1.75} aria-hidden />
          </span>
          <div className={styles.words}>
            <p className={styles.title}>{title}</p>
            <p className={styles.meta}>
              {who && <span>{who} · </span>}
              <DateText value={at} />
            </p>
            {body}
          </div>
        </li>
      ))}
    </ol>
  )
}
