import type { ReactNode } from 'react'
import styles from './cell.module.css'

/** Two lines in one cell: what it is, and what tells it apart. */
export function Cell({
  picture,
  title,
  note,
  isWord = false,
}: {
  readonly picture?: ReactNode
  readonly title: ReactNode
  readonly note?: ReactNode
  /** The note is one word, an e-mail address: it is cut rather than broken, and whole to who points at it. */
  readonly isWord?: boolean
}) {
  return (
    <span className={styles.cell}>
      {picture}
      <span className={styles.words}>
        <span>{title}</span>
        {note && (
          <span
            className={isWord ? `${styles.note} ${styles.word}` : styles.note}
            title={isWord && typeof note === 'string' ? note : undefined}
          >
            {note}
          </span>
        )}
      </span>
    </span>
  )
}
