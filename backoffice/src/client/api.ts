import createClient from 'openapi-fetch'
import { Held, heldIn } from './held.ts'
import { houseFetch, problemOf } from './house-fetch.ts'
import type { paths } from './schema.d.ts'

/** The house's API, typed from its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: houseFetch })

interface Asked<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** The answer itself; a refusal or a fault is thrown as `Problem`, what waits for others as `Held`, so that queries and mutations keep it as their error. */
export async function answer<T>(asked: Promise<Asked<T>>): Promise<Exclude<T, undefined>> {
  const { data, error, response } = await asked
  if (!response.ok) throw problemOf(response, error)
  const held = heldIn(response, data)
  if (held) throw new Held(held)
  return data as Exclude<T, undefined>
}

/** What one row of a listing operation looks like. */
export type RowOf<Answer extends { items: readonly unknown[] }> = Answer['items'][number]

type Answers<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses]: Responses[Status] extends { content: { 'application/json': infer Body } } ? Status extends 200 | 201 | 202 ? Body : never : never }[keyof Responses]
  : never

/** The body with which `GET` on a path answers. */
export type Got<Path extends keyof paths> = Answers<paths[Path]['get']>
