import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type OrderLimit = Got<'/api/products/{id}/order-limit'>

export const orderLimit = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'order-limit', id],
    queryFn: ({ signal }) => answer(api.GET('/api/products/{id}/order-limit', { params: { path: { id } }, signal })),
  })

/** What was emptied is no limit. */
export function putOrderLimit(id: string, version: number, { least, most, step }: Readonly<Record<string, unknown>>) {
  const number = (value: unknown, none: number) => (typeof value === 'number' ? value : none)
  const body = { least: number(least, 1), most: typeof most === 'number' ? most : null, step: number(step, 1) }
  const headers = { 'If-Match': `"${version}"` }
  return answer(api.PUT('/api/products/{id}/order-limit', { params: { path: { id } }, headers, body }))
}
