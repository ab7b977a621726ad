import { useId, type ReactNode } from 'react'
import styles from './panel.module.css'

interface PanelProps {
  readonly title?: string
  readonly aside?: ReactNode
  /** Tables reach to the edges. */
  readonly flush?: boolean
  readonly children: ReactNode
}

/** A titled sheet on a record's page. */
export function Panel({ title, aside, flush = false, children }: PanelProps) {
  const id = useId()
  return (
    <section className={styles.panel} data-flush={flush} {...(title ? { 'aria-labelledby': id } : {})}>
      {title && (
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {aside}
        </div>
      )}
      <div className={styles.body}>{children}</div>
    </section>
  )
}

/** A title over something that is a sheet by itself, such as a table. */
export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

interface RecordColumnsProps {
  readonly main: ReactNode
  readonly side: ReactNode
  /** Stands under the record on a wide screen and comes last on a narrow one. */
  readonly below?: ReactNode
}

/** Two columns on a wide screen: the record, and what stands beside it. */
export function RecordColumns({ main, side, below }: RecordColumnsProps) {
  return (
    <div className={styles.columns} data-below={below ? true : undefined}>
      <div className={styles.stack}>{main}</div>
      <div className={styles.stack}>{side}</div>
      {below && <div className={styles.stack}>{below}</div>}
    </div>
  )
}
