import { Skeleton } from '@mantine/core'
import styles from './pending-screen.module.css'

/** A header and the first rows, where they will stand. */
export function PendingScreen() {
  return (
    <div className={styles.pending} aria-hidden>
      <Skeleton height={28} width={200} />
      <Skeleton height={320} />
    </div>
  )
}
