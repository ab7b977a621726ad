import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './figure-card.module.css'

interface FigureProps {
  readonly label: string
  readonly value: ReactNode
  /** Compares or explains. */
  readonly note?: ReactNode
  /** The list that the figure counts. */
  readonly to: string
  readonly search?: Readonly<Record<string, string | readonly string[]>>
  readonly tone?: 'calm' | 'attention'
}

/** One figure of the morning board; it opens the list behind it. */
export function Figure({ label, value, note, to, search, tone = 'calm' }: FigureProps) {
  return (
    <Link to={to} {...(search ? { search } : {})} className={styles.figure} data-tone={tone}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{value}</span>
      {note && <span className={styles.note}>{note}</span>}
    </Link>
  )
}

export function Figures({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label} className={styles.figures}>
      {children}
    </section>
  )
}
