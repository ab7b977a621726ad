import type { ReactNode } from 'react'
import styles from './cell.module.css'

/** Two lines in one cell: what it is, and what tells it apart. */
export function Cell({
  picture,
  title,
  note,
}: {
  readonly picture?: ReactNode
  readonly title: ReactNode
  readonly note?: ReactNode
}) {
  return (
    <span className={styles.cell}>
      {picture}
      <span className={styles.words}>
        <span>{title}</span>
        {note && <span className={styles.note}>{note}</span>}
      </span>
    </span>
  )
}
