/**
 * Stripe, as far as we call it, on a port of this machine. Every call is held to Stripe's own description (contract.ts): a path, a parameter or
 * a value that is not in it is answered with 400 and kept in `breaches`, and so is an answer that does not keep to it. Keys, versions and
 * idempotency are asked for as Stripe asks for them.
 */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openContract, type Call } from './contract.ts'
import { StripeDesk } from './desk.ts'
import { Refused } from './refused.ts'

export type LineFault =
  | 'timeout_before'
  | 'timeout_after'
  | 'error_500_before'
  | 'error_500_after'
  | 'crowd'
  | 'conflict'
export type AnswerFault = 'declined' | 'unknown_state'

export interface SignedEvent {
  readonly body: string
  readonly header: string
}

export interface StripeLoopback {
  readonly url: string
  readonly desk: StripeDesk
  /** What did not keep to Stripe's description; empty where all is well. */
  readonly breaches: readonly string[]
  readonly calls: readonly string[]
  /** Befalls the next call of which method and path contain these words. */
  fault(words: string, fault: LineFault | AnswerFault): void
  /** What did not befall any call befalls none to come. */
  calm(): void
  /** What was told since the last time, signed. */
  told(secret?: string): SignedEvent[]
  close(): Promise<void>
}

export const stripeKeys = { secretKey: 'sk_test_of_the_stand_in', webhookSecret: 'whsec_of_the_stand_in' }

export async function startStripeLoopback(now: () => Date = () => new Date()): Promise<StripeLoopback> {
  const contract = openContract()
  const breaches: string[] = []
  const calls: string[] = []
  const faults: { words: string; fault: LineFault | AnswerFault }[] = []
  const kept = new Map<string, { readonly call: string; readonly status: number; readonly body: unknown }>()
  const seconds = () => Math.floor(now().getTime() / 1000)
  let toldTo = 0

  const server = createServer((request, response) => void receive(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const desk = new StripeDesk(url, seconds)

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = formOf(request, await textOf(request))
    const { pathname, search } = new URL(request.url ?? '', url)
    const call = { method: request.method ?? '', path: pathname, query: search.slice(1), form }
    const name = `${call.method} ${pathname}`
    calls.push(name)
    const fault = takeFault(name)
    if (fault === 'timeout_before') return void request.socket.destroy()
    if (fault === 'error_500_before') return send(response, 500, problem('api_error'))
    if (fault === 'crowd') return send(response, 429, problem('invalid_request_error', 'lock_timeout'))
    if (fault === 'conflict') return send(response, 409, problem('idempotency_error', 'idempotency_key_in_use'))
    if (fault === 'declined') return send(response, 402, problem('card_error', 'card_declined'))
    const { status, body } = answer(call, request)
    if (fault === 'timeout_after') return void request.socket.destroy()
    if (fault === 'error_500_after') return send(response, 500, problem('api_error'))
    send(response, status, fault === 'unknown_state' ? withUnknownState(body) : body)
  }

  function answer(call: Call, request: IncomingMessage): { status: number; body: unknown } {
    if (request.headers.authorization !== `Bearer ${stripeKeys.secretKey}`) {
      return { status: 401, body: problem('authentication_error') }
    }
    const known = contract.read(call)
    const complaint = known
      ? (known.breach ?? complaintOf(call, request))
      : `${call.method} ${call.path} is not in the slice`
    if (!known || complaint !== null) {
      breaches.push(complaint ?? '')
      return { status: 400, body: problem('invalid_request_error', 'parameter_unknown') }
    }
    const { operation, ids, input } = known
    const key = String(request.headers['idempotency-key'] ?? '')
    const said = `${call.path} ${call.form}`
    const before = call.method === 'POST' ? kept.get(key) : undefined
    if (before) return before.call === said ? before : { status: 400, body: problem('idempotency_error') }
    const given = attempt(() => desk.act(`${operation.method} ${operation.path}`, ids, input))
    const wrong =
      given.status === 200 ? contract.breachOf(operation, given.body) : contract.breachOfObject('error', given.body)
    if (wrong !== null) breaches.push(`answer to ${call.method} ${call.path}: ${wrong}`)
    // Stripe keeps what a request came to under its key, refusals of the work too.
    if (call.method === 'POST') kept.set(key, { call: said, ...given })
    return given
  }

  const takeFault = (name: string) => {
    const index = faults.findIndex(({ words }) => name.includes(words))
    return index < 0 ? undefined : faults.splice(index, 1)[0]?.fault
  }

  return {
    url,
    desk,
    breaches,
    calls,
    fault(words, fault) {
      faults.push({ words, fault })
      // The library asks a second time by itself where a line is cut at once, whatever it was told about retries.
      if (fault.startsWith('timeout')) faults.push({ words, fault })
    },
    calm: () => void faults.splice(0),
    told(secret = stripeKeys.webhookSecret) {
      const fresh = desk.events.slice(toldTo)
      toldTo = desk.events.length
      return fresh.map(({ id, type, created, object }) => {
        const event = { id, object: 'event', api_version: '2025-03-31.basil', created, data: { object }, type }
        return signed(JSON.stringify(event), secret, seconds())
      })
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** As Stripe signs: its document "Verify webhook signatures manually", not our reader of it. */
export function signed(body: string, secret: string, at: number): SignedEvent {
  const v1 = createHmac('sha256', secret).update(`${at}.${body}`, 'utf8').digest('hex')
  return { body, header: `t=${at},v1=${v1},v0=${'0'.repeat(64)}` }
}

function complaintOf(call: Call, request: IncomingMessage): string | null {
  if (call.method === 'POST' && request.headers['idempotency-key'] === undefined && !call.path.endsWith('/expire')) {
    return `${call.path}: no idempotency key`
  }
  const version = String(request.headers['stripe-version'] ?? '')
  return /^\d{4}-\d{2}-\d{2}\.\w+$/.test(version) ? null : `no version is pinned, but "${version}"`
}

function attempt(work: () => unknown): { status: number; body: unknown } {
  try {
    return { status: 200, body: work() }
  } catch (error) {
    if (error instanceof Refused) return { status: error.status, body: error.body }
    throw error
  }
}

const problem = (type: string, code?: string) => ({
  error: { type, ...(code === undefined ? {} : { code }), message: 'From the stand-in.' },
})

/** States alone: what is told otherwise stays true. */
const withUnknownState = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'status' ? 'under_review' : value)))

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_of_the_stand_in' })
  response.end(JSON.stringify(body))
}

/** A form in parts as one of the other kind; of a file, its name. */
function formOf(request: IncomingMessage, text: string): string {
  const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(request.headers['content-type'] ?? '') ?? []
  if (boundary === undefined) return text
  const parts = text.split(`--${boundary}`).flatMap((part): [string, string][] => {
    const [, name = '', file] = /name="(.+?)"(?:; filename="(.*?)")?/.exec(part) ?? []
    const value = part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '')
    return name === '' ? [] : [[name, file ?? value]]
  })
  return new URLSearchParams(parts).toString()
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (text += part))
    request.on('end', () => resolve(text))
    request.on('error', reject)
  })
}
