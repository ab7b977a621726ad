import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type ProductFeed = RowOf<Got<'/api/product-feeds'>>
export type FeedProblem = ProductFeed['problems'][number]
export const FORMATS: readonly ProductFeed['format'][] = ['google', 'meta', 'acp']

export const feedList = queryOptions({
  queryKey: ['catalog', 'feeds'],
  queryFn: ({ signal }) => answer(api.GET('/api/product-feeds', { signal })),
  // While a file is being written.
  refetchInterval: ({ state }) => (state.data?.items.some(({ wantedAt }) => wantedAt !== null) ? 1_500 : false),
})

export const feedProblems = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'feed-problems', id],
    queryFn: ({ signal }) => answer(api.GET('/api/products/{id}/feed-problems', { params: { path: { id } }, signal })),
  })

export type FeedToOpen = Pick<ProductFeed, 'name' | 'format' | 'channel' | 'market' | 'language'>

/** Answers the address, once. */
export function openFeed(body: FeedToOpen) {
  return answer(api.POST('/api/product-feeds', { body }))
}

export function closeFeed(id: string) {
  return answer(api.DELETE('/api/product-feeds/{id}', { params: { path: { id } } }))
}

export function buildFeed(id: string) {
  return answer(api.POST('/api/product-feeds/{id}/builds', { params: { path: { id } } }))
}
