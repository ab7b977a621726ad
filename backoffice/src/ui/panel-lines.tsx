import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './panel-lines.module.css'

/** One below the other, in a panel that reaches to the edges. */
export function PanelLines({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.lines}>{children}</ul>
}

interface PanelLineProps {
  readonly title: ReactNode
  readonly note?: ReactNode
  /** The whole line leads there. */
  readonly to?: string
  /** What stands at its end. */
  readonly children?: ReactNode
}

export function PanelLine({ title, note, to, children }: PanelLineProps) {
  const words = (
    <>
      <span className={styles.words}>
        <strong>{title}</strong>
        {note && <span className={styles.note}>{note}</span>}
      </span>
      {children}
    </>
  )
  if (to === undefined) return <li className={styles.line}>{words}</li>
  return (
    <li>
      <Link to={to} className={styles.line}>
        {words}
      </Link>
    </li>
  )
}
