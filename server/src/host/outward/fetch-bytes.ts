import { request, type RequestOptions } from 'node:https'
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { readAtMost } from '../../kernel/read-at-most.ts'
import { AddressRefused, lookupWithin } from './call-out.ts'
import { judgeAddress } from './public-address.ts'

declare module '../context.ts' {
  interface Ports {
    /** Pictures may be fetched from this very machine, as only tests want it. */
    readonly picturesFromLoopback?: boolean
  }
}

export interface BytesAsked {
  readonly address: string
  readonly loopback: boolean
  readonly mostBytes: number
  readonly timeoutMs?: number
  readonly signal?: AbortSignal | undefined
}

export type BytesHeard =
  | { readonly bytes: Buffer }
  | { readonly silence: 'address_refused' | 'timeout' | 'unreachable' | 'not_there' | 'too_many_bytes' }

const TIMEOUT_MS = 20_000
const MOST_STEPS = 4

/**
 * Reads what lies at an address that somebody typed: by the rules of callOut, with each redirect judged like the first address, and no
 * more bytes than were asked for. Throws only where `signal` ended it.
 */
export async function fetchBytes(asked: BytesAsked): Promise<BytesHeard> {
  const end = AbortSignal.timeout(asked.timeoutMs ?? TIMEOUT_MS)
  const signal = asked.signal ? AbortSignal.any([end, asked.signal]) : end
  let { address } = asked
  try {
    for (let step = 0; step < MOST_STEPS; step++) {
      const answer = await get({ ...asked, address }, signal)
      const heard = await hear(answer, asked.mostBytes)
      if (!('location' in heard)) return heard
      if (!URL.canParse(heard.location, address)) return { silence: 'not_there' }
      address = new URL(heard.location, address).href
    }
    return { silence: 'not_there' }
  } catch (error) {
    if (asked.signal?.aborted && !end.aborted) throw error
    return { silence: error instanceof AddressRefused ? 'address_refused' : end.aborted ? 'timeout' : 'unreachable' }
  }
}

function get({ address, loopback }: BytesAsked, signal: AbortSignal): Promise<IncomingMessage> {
  if (judgeAddress(address, { loopback }) !== 'fine') throw new AddressRefused(`${address} is not a public address`)
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const options: RequestOptions = {
    headers: { accept: 'image/*', 'user-agent': 'Fondaco' },
    agent: false,
    signal,
    ...(isIP(host) > 0 ? {} : { lookup: lookupWithin(loopback) }),
  }
  return new Promise((resolve, reject) => {
    const asking = (url.protocol === 'http:' ? plainRequest : request)(url, options, resolve)
    asking.on('error', reject)
    asking.end()
  })
}

async function hear(answer: IncomingMessage, most: number): Promise<BytesHeard | { readonly location: string }> {
  const { statusCode = 0, headers } = answer
  try {
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) return { location: headers.location }
    if (statusCode >= 500 || statusCode === 429) return { silence: 'unreachable' }
    if (statusCode !== 200) return { silence: 'not_there' }
    if (Number(headers['content-length'] ?? 0) > most) return { silence: 'too_many_bytes' }
    const parts = await readAtMost(answer as AsyncIterable<Buffer>, most)
    return parts ? { bytes: Buffer.concat(parts) } : { silence: 'too_many_bytes' }
  } finally {
    answer.destroy()
  }
}
