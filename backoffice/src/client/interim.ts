import { houseFetch, problemOf } from './house-fetch.ts'

type Query = Readonly<Record<string, string | number | boolean | undefined>>

export function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, String(value))
  const text = search.size > 0 ? `?${search}` : ''
  return ask<T>(new Request(`/api${path}${text}`, signal ? { signal } : {}))
}

async function ask<T>(request: Request): Promise<T> {
  const response = await houseFetch(request)
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
  if (!response.ok) throw problemOf(response, body)
  return body as T
}
