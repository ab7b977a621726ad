import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'

export type ProductPlaces = Got<'/api/products/{id}/places'>
export type ProductPlace = ProductPlaces['items'][number]

/** What is said of a place: an instant's two ends by the clock of its market. */
export interface PlaceToPut {
  readonly channel: string
  readonly market: string
  readonly shown: boolean
  readonly begins: string | null
  readonly ends: string | null
}

export const productPlaces = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'places', id],
    queryFn: ({ signal }) => answer(api.GET('/api/products/{id}/places', { params: { path: { id } }, signal })),
  })

interface PlacesToPut {
  readonly id: string
  readonly version: number
  readonly elsewhere: boolean
  readonly places: readonly PlaceToPut[]
}

export function putPlaces({ id, version, elsewhere, places }: PlacesToPut) {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } }
  return answer(api.PUT('/api/products/{id}/places', { params, body: { elsewhere, places: [...places] } }))
}

/** The places that somebody named, with one of them said anew; undefined takes its name off the list. */
export function placesWith(
  { items }: ProductPlaces,
  place: Pick<ProductPlace, 'channel' | 'market'>,
  said: PlaceToPut | undefined,
): PlaceToPut[] {
  const others = items.filter(
    ({ named, channel, market }) => named && !(channel === place.channel && market === place.market),
  )
  return [
    ...others.map(({ channel, market, shown, begins, ends }) => ({ channel, market, shown, begins, ends })),
    ...(said ? [said] : []),
  ]
}

interface PlacesOfMany {
  readonly target: BulkTarget
  readonly channels: readonly string[]
  readonly markets: readonly string[]
  readonly shown: boolean
  readonly begins: string | null
}

/** Rehearsed first (`dryRun`), then made. */
export function placeProducts({ target, channels, markets, ...wish }: PlacesOfMany, dryRun: boolean) {
  const body = { ...target, ...wish, channels: [...channels], markets: [...markets], dryRun }
  return answer(api.POST('/api/products/places', { body }))
}

/** The shop's channels and markets. */
export const shopPlaces = queryOptions({
  queryKey: ['catalog', 'shop-places'],
  queryFn: ({ signal }) => answer(api.GET('/api/products/places', { signal })),
})

/** A shop with one channel need not say it. */
export function nameOfPlace(
  { channel, market }: Pick<ProductPlace, 'channel' | 'market'>,
  withChannel: boolean,
  marketName: (code: string) => string,
): string {
  return withChannel ? `${channel} · ${marketName(market)}` : marketName(market)
}
