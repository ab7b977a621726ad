import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createLibreTranslate } from '../providers/libre-translate.ts'

export interface StandInCall {
  readonly q: string
  readonly source: string
  readonly target: string
  readonly format: string
  readonly api_key?: string
}

export interface LibreTranslateStandIn {
  readonly address: string
  /** Those that were as the documentation says. */
  readonly calls: StandInCall[]
  /** Those that were not, and why. */
  readonly wrong: string[]
  close(): void
}

const SHAPE: Readonly<Record<keyof StandInCall, RegExp>> = {
  q: /[\s\S]/,
  source: /^(?:auto|[a-z]{2})$/,
  target: /^(?:it|es|id)$/,
  format: /^(?:text|html)$/,
  api_key: /^.+$/,
}

/**
 * LibreTranslate as its documentation describes `POST /translate`, on this machine: it judges every call, takes one key, and says
 * each text with its language before it. A text of *lossy* words loses its tags and blanks on the way.
 */
export async function openLibreTranslate(key: string): Promise<LibreTranslateStandIn> {
  const [calls, wrong]: [StandInCall[], string[]] = [[], []]
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const call = readCall(await text(request))
    const flaw = request.method !== 'POST' || request.url !== '/translate' ? 'address' : flawOf(call)
    if (flaw !== undefined) {
      wrong.push(flaw)
      return answer(400, { error: `Invalid request: ${flaw}` })
    }
    const { q, target, api_key } = call as StandInCall
    if (api_key !== key) return answer(403, { error: 'Invalid API key' })
    calls.push(call as StandInCall)
    const said = q.includes('lossy') ? q.replaceAll(/<[^>]*>|\{[^}]*\}/g, '') : q
    answer(200, { translatedText: said.replace(/^(\s*(?:<[^>]+>)?)/, `$1${target}: `) })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { address: addressOf(server), calls, wrong, close: () => void server.close() }
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function readCall(body: string): Partial<StandInCall> {
  try {
    return JSON.parse(body) as Partial<StandInCall>
  } catch {
    return {}
  }
}

function flawOf(call: Partial<StandInCall>): string | undefined {
  const unknown = Object.keys(call).find((name) => !(name in SHAPE))
  if (unknown !== undefined) return unknown
  return (Object.keys(SHAPE) as (keyof StandInCall)[]).find((name) => {
    const value = call[name]
    return value === undefined ? name !== 'api_key' : typeof value !== 'string' || !SHAPE[name].test(value)
  })
}

/** The real door to it, with more patience than a busy machine needs. */
export const libreTranslatePort = () => createLibreTranslate({ timeoutMs: 60_000 })
