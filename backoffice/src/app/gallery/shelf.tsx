import { useId, type ReactNode } from 'react'
import styles from './gallery.module.css'

/** A component by the name of its file, and each of its states under it. */
export function Shelf({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.shelf}>
      <h2 id={id}>
        <code>{name}</code>
      </h2>
      <div className={styles.states}>{children}</div>
    </section>
  )
}

export function State({
  name,
  wide = false,
  children,
}: {
  readonly name: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={styles.state} data-wide={wide}>
      <p className={styles.stateName}>{name}</p>
      {children}
    </div>
  )
}
