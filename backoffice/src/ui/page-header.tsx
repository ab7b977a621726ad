import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { IconChevronLeft } from '@tabler/icons-react'
import styles from './page-header.module.css'

let isFirstScreen = true

interface PageHeaderProps {
  readonly title: string
  /** Stands beside the title: a state, a count. */
  readonly mark?: ReactNode
  readonly subtitle?: ReactNode
  /** The list that a record belongs to. */
  readonly back?: { readonly to: string; readonly label: string }
  /** At the other end of the line above the title, whose height it does not change: who else is here. */
  readonly aside?: ReactNode
  /** The main action comes last and is the only filled one. */
  readonly actions?: ReactNode
}

/** Title of a screen: also the document's title, and where the focus goes after a change of screen. */
export function PageHeader({ title, mark, subtitle, back, aside, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Fondaco`
  }, [title])
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus({ preventScroll: true })
    isFirstScreen = false
  }, [])
  return (
    <header className={styles.header}>
      {back && (
        <div className={styles.above}>
          <Link to={back.to} className={styles.back}>
            <IconChevronLeft size={16} aria-hidden />
            {back.label}
          </Link>
          {aside}
        </div>
      )}
      <div className={styles.row}>
        <div className={styles.words}>
          <div className={styles.titleRow}>
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
            {mark}
          </div>
          {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </header>
  )
}
