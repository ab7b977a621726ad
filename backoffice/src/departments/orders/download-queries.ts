import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type OrderDownloads = Got<'/api/orders/{id}/downloads'>

export const orderDownloads = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'downloads', id],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{id}/downloads', { params: { path: { id } }, signal })),
  })

export function renewDownloads(id: string, position: number) {
  return answer(
    api.POST('/api/orders/{id}/downloads/{position}/renewal', {
      params: { path: { id, position: String(position) } },
      body: {},
    }),
  )
}

export function stopDownloads(id: string, position: number) {
  return answer(
    api.POST('/api/orders/{id}/downloads/{position}/stop', {
      params: { path: { id, position: String(position) } },
      body: {},
    }),
  )
}
