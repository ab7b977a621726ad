import { hashKey, skipToken, useQueries, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { learn, pagesOf, pagesRead, rowsIn, UNREAD, type Chain, type Stretch } from './keyset-chain.ts'
import type { KeysetList, KeysetListOptions, KeysetPage } from './use-keyset-list.ts'

/** Pages are read before one comes to them. */
const ROWS_AHEAD = 60
/** What is in sight is noticed in steps: scrolling a row draws nothing anew for the sake of the pages. */
const STEP = 20
/** On either side of what is in sight; the rows of pages further away are forgotten. */
const PAGES_KEPT = 10

/** Under which the pages of a list stand in the cache. */
export const pagesKey = (queryKey: QueryKey): QueryKey => [...queryKey, 'page']

const pageKey = (queryKey: QueryKey, after: string | undefined): QueryKey => [...pagesKey(queryKey), after ?? null]

export function pageOptions<Row>({ queryKey, fetchPage }: KeysetListOptions<Row>, after: string | undefined) {
  return {
    queryKey: pageKey(queryKey, after),
    queryFn: async ({ client, signal }: { client: ReturnType<typeof useQueryClient>; signal: AbortSignal }) => {
      const page = await fetchPage(after, signal)
      client.setQueryData<Chain>(chainKey(queryKey), (chain = UNREAD) => {
        const at = chain.findIndex((link) => link.after === after)
        return at === -1 ? chain : learn(chain, at, page)
      })
      return page
    },
  }
}

/** The chain stands beside its pages, so that who comes back finds the list as long as it was. */
const chainKey = (queryKey: QueryKey): QueryKey => [...queryKey, 'chain']

function useChain(queryKey: QueryKey): Chain {
  const client = useQueryClient()
  const { data } = useQuery<Chain>({
    queryKey: chainKey(queryKey),
    queryFn: skipToken,
    initialData: () => {
      const first = client.getQueryData<KeysetPage<unknown>>(pageKey(queryKey, undefined))
      return first ? learn(UNREAD, 0, first) : UNREAD
    },
  })
  return data ?? UNREAD
}

const isWithin = (at: number, { from, to }: Stretch, margin = 0) => at >= from - margin && at <= to + margin

/**
 * The pages of one question. Each is a query of its own, and only the first and those in sight are alive: a fact makes them be
 * read again and no others. The rejected alternative, one infinite query, reads all its pages again, one after the other.
 */
export function usePages<Row>(options: KeysetListOptions<Row>): KeysetList<Row> {
  const { queryKey } = options
  const client = useQueryClient()
  const question = hashKey(queryKey)
  const chain = useChain(queryKey)
  const [asked, setAsked] = useState({ question, pages: 1 })
  const [sight, setSight] = useState<{ readonly question: string; readonly rows: Stretch }>()
  const read = pagesRead(chain)
  const last = Math.max(asked.question === question ? asked.pages : 1, read) - 1
  // A list that does not say what is in sight shows everything.
  const pages = useMemo(() => {
    if (!sight) return { from: 0, to: last }
    return sight.question === question ? pagesOf(chain, sight.rows) : { from: 0, to: 0 }
  }, [chain, sight, question, last])
  const { from, to } = pages
  const alive = useMemo(
    () => chain.flatMap((link, at) => (at === 0 || (at <= last && isWithin(at, { from, to })) ? [{ at, link }] : [])),
    [chain, last, from, to],
  )
  const answers = useQueries({
    queries: alive.map(({ link: { after, before } }) => ({
      ...pageOptions(options, after),
      placeholderData: () =>
        before === undefined ? undefined : client.getQueryData<KeysetPage<Row>>(pageKey(queryKey, before)),
    })),
    combine: gather<Row>,
  })
  useForgetting(queryKey, chain, pages)
  const rows = useMemo(() => {
    if (!answers[0]?.data) return undefined
    const pageAt = new Map(alive.map(({ at }, index) => [at, answers[index]?.data]))
    const all = Array.from<Row>({ length: 0 })
    all.length = Math.max(rowsIn(chain), answers[0].data.items.length)
    let start = 0
    for (const [at, { after, size = 0 }] of chain.entries()) {
      const isKept = at === 0 || isWithin(at, { from, to }, PAGES_KEPT)
      const page =
        pageAt.get(at) ?? (isKept ? client.getQueryData<KeysetPage<Row>>(pageKey(queryKey, after)) : undefined)
      for (const [index, row] of page?.items.entries() ?? []) if (start + index < all.length) all[start + index] = row
      start += size
    }
    return all
  }, [client, queryKey, chain, alive, answers, from, to])
  const unread = chain[read]
  const next = alive.at(-1)?.at === read ? answers[alive.length - 1] : undefined
  const show = useCallback(
    (inSight: Stretch) => {
      const rows = {
        from: Math.floor((inSight.from - ROWS_AHEAD) / STEP) * STEP,
        to: Math.ceil((inSight.to + ROWS_AHEAD) / STEP) * STEP,
      }
      setSight((before) => {
        const isSame = before?.question === question && before.rows.from === rows.from && before.rows.to === rows.to
        return isSame ? before : { question, rows }
      })
    },
    [question],
  )
  const loadMore = useCallback(() => {
    if (unread && next?.error) void client.refetchQueries({ queryKey: pageKey(queryKey, unread.after), exact: true })
    else setAsked({ question, pages: read + 1 })
  }, [client, queryKey, question, unread, next?.error, read])
  return {
    rows,
    question,
    error: rows ? null : (answers[0]?.error ?? null),
    hasMore: rows !== undefined && unread !== undefined,
    isLoadingMore: rows !== undefined && next?.isFetching === true,
    moreError: next?.error ?? undefined,
    loadMore,
    retry: () => void client.refetchQueries({ queryKey: pagesKey(queryKey), type: 'active' }),
    show,
  }
}

interface Answer<Row> {
  readonly data: KeysetPage<Row> | undefined
  readonly error: unknown
  readonly isFetching: boolean
}

const gather = <Row>(answers: readonly Answer<Row>[]) =>
  answers.map(({ data, error, isFetching }) => ({ data, error, isFetching }))

/** Pages that the reader has left behind make room. */
function useForgetting(queryKey: QueryKey, chain: Chain, { from, to }: Stretch): void {
  const client = useQueryClient()
  useEffect(() => {
    const stretch = { from, to }
    const far = new Set(
      chain.flatMap(({ after }, at) =>
        at === 0 || isWithin(at, stretch, PAGES_KEPT) ? [] : [hashKey(pageKey(queryKey, after))],
      ),
    )
    if (far.size > 0)
      client.removeQueries({
        queryKey: pagesKey(queryKey),
        type: 'inactive',
        predicate: (one) => far.has(one.queryHash),
      })
  }, [client, queryKey, chain, from, to])
}
