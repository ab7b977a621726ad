import { useQuery } from '@tanstack/react-query'
import { useCan } from '../../app/session/session.ts'
import { marketList } from '../settings/queries.ts'

/** What the shop's markets are paid in; euros for who may not see the markets. */
export function useShopCurrencies(): string[] {
  const { data } = useQuery({ ...marketList, enabled: useCan()('organisation:read') })
  const known = [...new Set(data?.items.map(({ currency }) => currency))]
  return known.length > 0 ? known : ['EUR']
}
