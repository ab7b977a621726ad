import styles from './state-badge.module.css'

/** What a state means to the person who looks: said in words, and in colour besides. */
export type Tone = 'neutral' | 'waiting' | 'active' | 'good' | 'danger'

export function StateBadge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}
