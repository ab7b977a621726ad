import { lookup as resolveName, type LookupAddress, type LookupAllOptions } from 'node:dns'
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { judgeAddress, mayReach } from './public-address.ts'

export interface OutwardCall {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly loopback: boolean
  readonly timeoutMs?: number
  /** Ends the call: this process is closing. */
  readonly signal?: AbortSignal | undefined
}

export interface OutwardAnswer {
  /** Null where nothing came back. */
  readonly status: number | null
  /** Why nothing came back, for programs and people alike. */
  readonly silence: 'address_refused' | 'timeout' | 'unreachable' | null
  /** What was said, up to 2,000 signs; of a silence what the network says. */
  readonly said: string
  readonly retryAfterSeconds: number | null
  readonly ms: number
}

/** What receivers of webhooks are usually given (Standard Webhooks 1.0, "Request timeout": 15 to 30 seconds). */
const TIMEOUT_MS = 15_000
const MOST_SAID = 2_000

export class AddressRefused extends Error {}

/**
 * The only way to an address that somebody typed. The name is looked up by this very call and each of its addresses judged before one is
 * connected to, so that a name that changes between a check and the call leads nowhere. No redirect is followed, nothing is waited for
 * or read without end. Throws only where `signal` ended it.
 */
export async function callOut(call: OutwardCall): Promise<OutwardAnswer> {
  const began = performance.now()
  const end = AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS)
  try {
    const heard = await send(call, call.signal ? AbortSignal.any([end, call.signal]) : end, end)
    return { ...heard, silence: null, ms: since(began) }
  } catch (error) {
    if (call.signal?.aborted && !end.aborted) throw error
    const silence = error instanceof AddressRefused ? 'address_refused' : end.aborted ? 'timeout' : 'unreachable'
    return { status: null, silence, said: wordsOf(error), retryAfterSeconds: null, ms: since(began) }
  }
}

type Heard = Pick<OutwardAnswer, 'status' | 'said' | 'retryAfterSeconds'>

function send(call: OutwardCall, signal: AbortSignal, end: AbortSignal): Promise<Heard> {
  const url = new URL(call.address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (judgeAddress(call.address, call) !== 'fine')
    throw new AddressRefused(`${host} is not an address of the public internet`)
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...call.headers, 'content-length': Buffer.byteLength(call.body) },
    // A line of one's own: a receiver that dies between two calls costs no attempt.
    agent: false,
    signal,
    ...(isIP(host) > 0 ? {} : { lookup: lookupWithin(call.loopback) }),
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'http:' ? plainRequest : tlsRequest)(url, options, (answer) => {
      void hear(answer, end).then(resolve, reject)
    })
    request.on('error', reject)
    request.end(call.body)
  })
}

/** The status is the answer; words that never end are cut. */
async function hear(answer: IncomingMessage, end: AbortSignal): Promise<Heard> {
  const parts: Buffer[] = []
  let bytes = 0
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part)
      bytes += part.byteLength
      if (bytes >= MOST_SAID) break
    }
  } catch (error) {
    if (!end.aborted && parts.length === 0) throw error
  } finally {
    answer.destroy()
  }
  const seconds = Number(answer.headers['retry-after'])
  return {
    status: answer.statusCode ?? null,
    // PostgreSQL keeps no text with a zero in it.
    said: Buffer.concat(parts).subarray(0, MOST_SAID).toString('utf8').replaceAll('\0', ''),
    retryAfterSeconds: Number.isInteger(seconds) && seconds > 0 ? seconds : null,
  }
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: Error | null, found: LookupAddress[]) => void,
) => void

/** One address that is not public is enough: whoever controls the name chooses which of them is connected to. */
export function lookupWithin(loopback: boolean, resolve: Resolve = resolveName): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const wrong = found.find(({ address }) => !mayReach(address, { loopback }))
      if (wrong || found.length === 0) return done(new AddressRefused(`${hostname} leads into a private network`), [])
      if (options.all) return done(null, found)
      done(null, found[0]?.address ?? '', found[0]?.family)
    })
  }
}

function wordsOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return [code, message].filter(Boolean).join(': ').slice(0, 300)
}

const since = (began: number): number => Math.round(performance.now() - began)
