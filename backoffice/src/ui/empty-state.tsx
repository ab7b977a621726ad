import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Notice } from './notice.tsx'

interface EmptyStateProps {
  readonly icon: TablerIcon
  readonly title: string
  /** Teaches the first step. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function EmptyState(props: EmptyStateProps) {
  return <Notice {...props} />
}
