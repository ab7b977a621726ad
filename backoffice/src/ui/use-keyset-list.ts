import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query'
import { useMemo } from 'react'

export interface KeysetPage<Row> {
  readonly items: Row[]
  readonly nextCursor: string | null
}

export interface KeysetList<Row> {
  readonly rows: Row[] | undefined
  readonly error: unknown
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
  readonly retry: () => void
}

interface KeysetListOptions<Row> {
  /** First the department: live facts about it make the list read again. */
  readonly queryKey: QueryKey
  readonly fetchPage: (after: string | undefined, signal: AbortSignal) => Promise<KeysetPage<Row>>
}

/** A list read page by page behind the last row seen; equally fast however far down one reads. */
export function useKeysetList<Row>({ queryKey, fetchPage }: KeysetListOptions<Row>): KeysetList<Row> {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  })
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items), [data])
  return {
    rows,
    error: data ? null : error,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => void fetchNextPage(),
    retry: () => void refetch(),
  }
}
