import { Skeleton } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import styles from './category.module.css'

interface PageLine {
  readonly id: string
  readonly name: string
  readonly imageFileId: string | null
}

interface PageListProps<Line extends PageLine> {
  readonly title: string
  readonly meaning: string
  readonly list: {
    readonly data?: { readonly items: readonly Line[] } | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly to: '/products/collections/$id' | '/products/brands/$id'
  readonly icon: TablerIcon
  readonly none: string
  readonly noneRemedy: string
  readonly noteOf: (line: Line) => string
  readonly marks: (line: Line) => ReactNode
  readonly children?: ReactNode
}

/** Pages of the shop of one kind, each leading to its own. */
export function PageList<Line extends PageLine>(props: PageListProps<Line>) {
  const { title, meaning, list, to, icon, none, noneRemedy, noteOf, marks, children } = props
  const items = list.data?.items
  return (
    <Panel title={title} flush>
      <p className={styles.meaning}>{meaning}</p>
      {list.error && !items ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !items ? (
        <div className={styles.loading}>
          <Skeleton height={160} />
        </div>
      ) : items.length === 0 ? (
        <EmptyState icon={icon} title={none}>
          {noneRemedy}
        </EmptyState>
      ) : (
        <ul className={styles.rows}>
          {items.map((line) => (
            <li key={line.id} className={`${styles.row} ${styles.flat}`}>
              <Thumbnail fileId={line.imageFileId} />
              <span className={styles.words}>
                <Link className={styles.name} to={to} params={{ id: line.id }}>
                  {line.name}
                </Link>
                <span className={styles.note}>{noteOf(line)}</span>
              </span>
              <span className={styles.marks}>{marks(line)}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </Panel>
  )
}
