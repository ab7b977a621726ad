import { reportConnection } from './connection.ts'
import { plainKey } from './plain-key.ts'
import { Outage, Problem, type ProblemBody } from './problem.ts'

const KEY = 'idempotency-key'
const OUTAGE_STATUSES = new Set([502, 503, 504])

/** Asks the house in the person's language; what is not an answer becomes an `Outage`, and the frame says so. */
export async function houseFetch(request: Request): Promise<Response> {
  request.headers.set('fondaco-locale', document.documentElement.lang)
  const key = request.headers.get(KEY)
  if (key !== null) request.headers.set(KEY, plainKey(key))
  let response: Response
  try {
    response = await fetch(request)
  } catch (cause) {
    if (request.signal.aborted) throw cause
    reportConnection('away')
    throw new Outage(cause)
  }
  if (OUTAGE_STATUSES.has(response.status)) {
    reportConnection('away')
    throw new Outage(response.status)
  }
  reportConnection('up')
  return response
}

/** What a refusal or a fault says, as an error that screens can show. */
export function problemOf(response: Response, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body) return new Problem(body as ProblemBody)
  const requestId = response.headers.get('x-request-id') ?? ''
  return new Problem({
    title: response.statusText,
    status: response.status,
    code: 'host.fault',
    detail: '',
    remedy: '',
    requestId,
  })
}
