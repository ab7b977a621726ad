import { hashKey, useQuery, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import type { Stretch } from './keyset-chain.ts'
import { pageOptions, usePages } from './use-pages.ts'

export interface KeysetPage<Row> {
  readonly items: Row[]
  readonly nextCursor: string | null
}

export interface KeysetList<Row> {
  /** As many as were read so far. In a long list those far from what is in sight are holes; they come back when one is there. */
  readonly rows: Row[] | undefined
  readonly error: unknown
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
  readonly retry: () => void
  /** Why the rows behind the last one could not be read; `loadMore` asks again. */
  readonly moreError?: unknown
  /** Stays the same as long as the rows answer the same question. */
  readonly question?: string
  /** Another question was asked, and the rows still answer the one before. */
  readonly isChanging?: boolean
  /** Which rows are in sight: only their pages, and the first, are read again when something happens. */
  readonly show?: (rows: Stretch) => void
}

export interface KeysetListOptions<Row> {
  /** First the department: live facts about it make the list read again. */
  readonly queryKey: QueryKey
  readonly fetchPage: (after: string | undefined, signal: AbortSignal) => Promise<KeysetPage<Row>>
}

/**
 * A list read page by page behind the last row seen; equally fast however far down one reads. While another question is being
 * answered, the rows of the last one stay.
 */
export function useKeysetList<Row>(asked: KeysetListOptions<Row>): KeysetList<Row> {
  const first = useQuery(pageOptions(asked, undefined))
  const [shown, setShown] = useState(asked)
  const isOther = hashKey(asked.queryKey) !== hashKey(shown.queryKey)
  const isAnswered = first.data !== undefined || first.error !== null
  if (isOther && isAnswered) setShown(asked)
  const isChanging = isOther && !isAnswered
  return { ...usePages(isChanging ? shown : asked), isChanging }
}
