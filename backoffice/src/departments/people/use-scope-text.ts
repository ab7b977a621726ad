import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useFormatter } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { locationList } from './queries.ts'

/** `eu, venezia` as people know them: locations and markets by name. */
export function useScopeText(): (codes: string | readonly string[]) => string {
  const format = useFormatter()
  const can = useCan()
  const marketName = useMarketName()
  const { data } = useQuery({ ...locationList, enabled: can('inventory:read') })
  return useCallback(
    (codes) => {
      const known = new Map(data?.items.map(({ code, name }) => [code, name]))
      const list = typeof codes === 'string' ? codes.split(', ') : codes
      return format.list(list.map((code) => known.get(code) ?? marketName(code)))
    },
    [data, format, marketName],
  )
}
