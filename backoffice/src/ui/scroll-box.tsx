import type { ReactNode } from 'react'
import styles from './scroll-box.module.css'

/** Holds a table that may be wider than the screen; it can be scrolled by keyboard, and says what it holds. */
export function ScrollBox({
  label,
  tall = false,
  children,
}: {
  readonly label: string
  readonly tall?: boolean
  readonly children: ReactNode
}) {
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1); no element has that built in, and a region would be a landmark.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div className={styles.box} data-tall={tall} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
