import { createHash, timingSafeEqual } from 'node:crypto'
import { ApiError } from './api-error.ts'
import type { Desk } from './desk.ts'
import { answerWrongly, jsonReply, readBody, send } from './exchange.ts'
import type { Exchange } from './exchange.ts'
import { clearFaults, orderFault, takeFault, transportFaults, withUnknownState } from './faults.ts'
import type { Occasion } from './faults.ts'
import { answerOnce, readIdempotencyKey } from './idempotency.ts'
import {
  acceptDispute,
  answerDispute,
  decideDispute,
  getDispute,
  listDisputes,
  openDispute,
  readReason,
  takeFile,
} from './disputes.ts'
import { chargeKept, forgetCustomer, forgetMethod, newCustomer } from './kept-methods.ts'
import { listPayments } from './list-payments.ts'
import type { Answer, Operation } from './model.ts'
import { failPayout, listPayoutLines, listPayouts, payOutNow } from './payouts.ts'
import { capture, getPayment, refund, voidPayment } from './payments.ts'
import { expireSession, getSession, openSession } from './sessions.ts'
import { movementView, sessionWithUrl } from './views.ts'

interface Asked {
  id: string
  query: URLSearchParams
  body: unknown
  publicUrl: string
  /** What the bank says of a dispute. */
  outcome: 'won' | 'lost'
}

interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  path: RegExp
  /** None for the switches of the faults themselves. */
  operation?: Operation
  run(desk: Desk, asked: Asked): Answer
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const created = (body: unknown): Answer => ({ status: 201, body })

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/v1\/sessions$/,
    operation: 'session',
    run: (desk, asked) => created(sessionWithUrl(openSession(desk, asked.body), asked.publicUrl)),
  },
  {
    method: 'GET',
    path: /^\/v1\/sessions\/(\w+)$/,
    operation: 'get',
    run: (desk, asked) => ok(sessionWithUrl(getSession(desk, asked.id), asked.publicUrl)),
  },
  {
    method: 'POST',
    path: /^\/v1\/sessions\/(\w+)\/expire$/,
    operation: 'expire',
    run: (desk, asked) => ok(sessionWithUrl(expireSession(desk, asked.id), asked.publicUrl)),
  },
  {
    method: 'GET',
    path: /^\/v1\/payments$/,
    operation: 'get',
    run: (desk, asked) => ok(listPayments(desk, asked.query)),
  },
  {
    method: 'GET',
    path: /^\/v1\/payments\/(\w+)$/,
    operation: 'get',
    run: (desk, asked) => ok(getPayment(desk, asked.id)),
  },
  {
    method: 'POST',
    path: /^\/v1\/payments\/(\w+)\/captures$/,
    operation: 'capture',
    run: (desk, asked) => {
      const done = capture(desk, asked.id, asked.body)
      return created(movementView(done.capture, done.payment))
    },
  },
  {
    method: 'POST',
    path: /^\/v1\/payments\/(\w+)\/refunds$/,
    operation: 'refund',
    run: (desk, asked) => {
      const done = refund(desk, asked.id, asked.body)
      return created(movementView(done.refund, done.payment))
    },
  },
  {
    method: 'POST',
    path: /^\/v1\/payments\/(\w+)\/void$/,
    operation: 'void',
    run: (desk, asked) => ok(voidPayment(desk, asked.id)),
  },
  { method: 'POST', path: /^\/v1\/customers$/, run: (desk, asked) => created(newCustomer(desk, asked.body)) },
  {
    method: 'DELETE',
    path: /^\/v1\/customers\/(\w+)$/,
    operation: 'forget',
    run: (desk, asked) => ok(forgetCustomer(desk, asked.id)),
  },
  {
    method: 'DELETE',
    path: /^\/v1\/methods\/(\w+)$/,
    operation: 'forget',
    run: (desk, asked) => ok(forgetMethod(desk, asked.id)),
  },
  {
    method: 'POST',
    path: /^\/v1\/charges$/,
    operation: 'charge',
    run: (desk, asked) => created(chargeKept(desk, asked.body, asked.publicUrl)),
  },
  {
    method: 'GET',
    path: /^\/v1\/disputes$/,
    operation: 'get',
    run: (desk, asked) => ok(listDisputes(desk, asked.query)),
  },
  {
    method: 'GET',
    path: /^\/v1\/disputes\/(\w+)$/,
    operation: 'get',
    run: (desk, asked) => ok(getDispute(desk, asked.id)),
  },
  {
    method: 'POST',
    path: /^\/v1\/payments\/(\w+)\/disputes$/,
    run: (desk, asked) => created(openDispute(desk, asked.id, readReason(asked.query.get('reason')))),
  },
  {
    method: 'POST',
    path: /^\/v1\/disputes\/(\w+)\/(?:won|lost)$/,
    run: (desk, asked) => ok(decideDispute(desk, asked.id, asked.outcome)),
  },
  {
    method: 'POST',
    path: /^\/v1\/disputes\/(\w+)\/evidence$/,
    operation: 'dispute',
    run: (desk, asked) => ok(answerDispute(desk, asked.id, asked.body)),
  },
  {
    method: 'POST',
    path: /^\/v1\/disputes\/(\w+)\/acceptance$/,
    operation: 'dispute',
    run: (desk, asked) => ok(acceptDispute(desk, asked.id)),
  },
  { method: 'POST', path: /^\/v1\/files$/, run: (desk, asked) => created(takeFile(desk, asked.body)) },
  {
    method: 'GET',
    path: /^\/v1\/payouts$/,
    operation: 'get',
    run: (desk, asked) => ok(listPayouts(desk, asked.query)),
  },
  {
    method: 'GET',
    path: /^\/v1\/payouts\/(\w+)\/lines$/,
    operation: 'get',
    run: (desk, asked) => ok(listPayoutLines(desk, asked.id, asked.query)),
  },
  { method: 'POST', path: /^\/v1\/payouts$/, run: (desk, asked) => created(payOutNow(desk, asked.body)) },
  { method: 'POST', path: /^\/v1\/payouts\/(\w+)\/failure$/, run: (desk, asked) => ok(failPayout(desk, asked.id)) },
  { method: 'POST', path: /^\/v1\/faults$/, run: (desk, asked) => created(orderFault(desk, asked.body)) },
  { method: 'GET', path: /^\/v1\/faults$/, run: (desk) => ok({ data: [...desk.book.faults.values()] }) },
  { method: 'DELETE', path: /^\/v1\/faults$/, run: (desk) => ok({ deleted: clearFaults(desk) }) },
]

export interface ApiSetting {
  apiKey: string
  publicUrl: string
  stopping: AbortSignal
}

export async function serveApi(desk: Desk, exchange: Exchange, setting: ApiSetting): Promise<void> {
  const { request, url } = exchange
  requireKey(request.headers.authorization, setting.apiKey)
  const { route, id } = findRoute(request.method ?? '', url.pathname)
  const text = await readBody(request)
  const outcome = url.pathname.endsWith('/won') ? 'won' : 'lost'
  const body = parse(route.method === 'POST' ? text : '')
  const asked: Asked = { id, query: url.searchParams, body, outcome, ...setting }
  const key = route.method === 'POST' ? readIdempotencyKey(request.headers['idempotency-key']) : null
  const { value, durable } = desk.run(() => {
    const occasion = occasionOf(desk, route, asked)
    const fault = occasion && takeFault(desk, occasion, transportFaults)
    if (fault?.fault.endsWith('_before') === true) return { fault }
    const once = { key, about: `${route.method} ${url.pathname}\n${text}` }
    const { answer, replayed } = answerOnce(desk, once, () => route.run(desk, asked))
    const strange = occasion && takeFault(desk, occasion, ['unknown_state'])
    return { fault, replayed, answer: strange ? { ...answer, body: withUnknownState(answer.body) } : answer }
  })
  await durable
  const { fault, answer, replayed } = value
  if (fault !== undefined) await answerWrongly(exchange, fault, setting.stopping)
  else if (answer !== undefined) {
    send(exchange, jsonReply(answer.status, answer.body, replayed === true ? { 'idempotent-replayed': 'true' } : {}))
  }
}

function requireKey(header: string | undefined, apiKey: string): void {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(header ?? ''), digest(`Bearer ${apiKey}`))) {
    throw new ApiError(401, 'unauthorised', 'Send the API key as "Authorization: Bearer ...".')
  }
}

function findRoute(method: string, path: string): { route: Route; id: string } {
  const there = routes.filter((route) => route.path.test(path))
  if (there.length === 0) throw new ApiError(404, 'not_found', `There is nothing at ${path}.`)
  const route = there.find((each) => each.method === method)
  if (route === undefined) throw new ApiError(405, 'method_not_allowed', `${method} is not possible at ${path}.`)
  return { route, id: route.path.exec(path)?.[1] ?? '' }
}

function parse(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError(400, 'invalid_json', 'The body is not JSON.')
  }
}

/** A fault may be ordered for a reference: that of the session, of its payment, or of the capture or refund itself. */
function occasionOf(desk: Desk, route: Route, asked: Asked): Occasion | undefined {
  if (route.operation === undefined) return undefined
  const { book } = desk
  const known = asked.id.startsWith('dps_') ? book.findSession(asked.id) : book.payments.get(asked.id)
  const sent = (asked.body as { reference?: unknown } | null)?.reference
  const references = [known?.reference ?? null, typeof sent === 'string' ? sent : null, asked.query.get('reference')]
  return { operation: route.operation, references }
}
