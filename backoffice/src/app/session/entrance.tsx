import { useEffect, type ReactNode } from 'react'
import { Brand } from '../shell/brand.tsx'
import { AppearanceMenu } from '../shell/appearance-menu.tsx'
import { LanguageMenu } from '../shell/language-menu.tsx'
import styles from './entrance.module.css'

/** The page in front of the office: one card, the arches behind it. */
export function Entrance({
  title,
  intro,
  children,
}: {
  readonly title: string
  readonly intro?: ReactNode
  readonly children: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · Fondaco`
  }, [title])
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Brand tone="page" />
        <span className={styles.menus}>
          <LanguageMenu />
          <AppearanceMenu />
        </span>
      </header>
      <main className={styles.main}>
        <div className={styles.card}>
          <h1 className={styles.title}>{title}</h1>
          {intro && <p className={styles.intro}>{intro}</p>}
          {children}
        </div>
      </main>
      <Arches />
    </div>
  )
}

function Arches() {
  return (
    <svg className={styles.arches} viewBox="0 0 1200 160" preserveAspectRatio="xMidYMin slice" aria-hidden>
      {Array.from({ length: 12 }, (_, index) => (
        <path key={index} d={`M${index * 100 + 12} 160V62a38 38 0 0 1 76 0v98`} />
      ))}
    </svg>
  )
}
