import styles from './brand.module.css'

/** Three arches over water: the front of a fondaco. */
export function Brand({ tone = 'rail' }: { readonly tone?: 'rail' | 'page' }) {
  return (
    <span className={styles.brand} data-tone={tone}>
      <svg width="26" height="24" viewBox="0 0 26 24" fill="none" aria-hidden>
        <path
          d="M3 19V9a3.3 3.3 0 0 1 6.6 0v10M9.700 19V9a3.3 3.3 0 0 1 6.6 0v10M16.400 19V9a3.3 3.3 0 0 1 6.6 0v10"
          stroke="var(--office-accent)"
          strokeWidth="1.8"
        />
        <path d="M1 19.5h24M4 22.5h18" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      </svg>
      Fondaco
    </span>
  )
}
