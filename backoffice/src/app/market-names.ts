import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useFormatter, useLocale } from 'use-intl'
import { answer, api } from '../client/api.ts'

/** Under `settings`, so that who changes a market sees its new name. */
export const marketNames = (locale: string) =>
  queryOptions({
    queryKey: ['settings', 'market-names', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/market-names', { signal })),
    staleTime: 5 * 60_000,
  })

/** What people call the market of a code, in the language of the screen; until that is known, and of one that is gone, the code. */
export function useMarketName(): (code: string) => string {
  const { data } = useQuery(marketNames(useLocale()))
  const known = useMemo(() => new Map(data?.items.map(({ code, name }) => [code, name])), [data])
  return useCallback((code) => known.get(code) ?? code.toUpperCase(), [known])
}

/** Several of them as one list. */
export function useMarketList(): (codes: readonly string[]) => string {
  const name = useMarketName()
  const format = useFormatter()
  return useCallback((codes) => format.list(codes.map(name), { type: 'unit' }), [name, format])
}
