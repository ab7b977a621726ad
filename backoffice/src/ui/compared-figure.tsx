import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useChangeText } from './charts/use-value-text.ts'
import styles from './figure-card.module.css'
import own from './compared-figure.module.css'

export interface Comparison {
  readonly label: string
  readonly value: ReactNode
  /** Both in the same whole units; undefined where the two cannot be compared. */
  readonly now: number
  readonly before: number
}

interface ComparedFigureProps {
  readonly label: string
  readonly value: ReactNode
  /** Explains. */
  readonly note?: ReactNode
  readonly comparisons: readonly Comparison[]
  readonly to: string
  readonly search?: Readonly<Record<string, string | readonly string[]>>
  /** Whether more is good news; nothing is painted where it is neither. */
  readonly more?: 'good' | 'bad'
}

/** One figure of the morning board beside what it was at the same time of other days; it opens the list behind it. */
export function ComparedFigure({ label, value, note, comparisons, to, search, more }: ComparedFigureProps) {
  const changeText = useChangeText()
  return (
    <Link to={to} {...(search ? { search } : {})} className={styles.figure}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{value}</span>
      {note && <span className={styles.note}>{note}</span>}
      <span className={own.comparisons}>
        {comparisons.map(({ label: than, value: was, now, before }) => {
          const change = changeText(now, before)
          return (
            <span key={than} className={own.comparison}>
              <span>{than}</span>
              <span className={own.was}>{was}</span>
              <span className={own.change} data-news={newsOf(now - before, more)}>
                {change ?? '–'}
              </span>
            </span>
          )
        })}
      </span>
    </Link>
  )
}

function newsOf(difference: number, more: 'good' | 'bad' | undefined): 'good' | 'bad' | undefined {
  if (difference === 0 || !more) return undefined
  return difference > 0 === (more === 'good') ? 'good' : 'bad'
}
