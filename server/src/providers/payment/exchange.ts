import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ApiError } from './api-error.ts'
import type { Fault } from './model.ts'

export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  url: URL
}

const mostBytes = 512 * 1024

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new ApiError(413, 'too_large', 'At most 512 KB are taken.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
}

export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}

export function errorReply(error: ApiError): Reply {
  return jsonReply(error.status, { error: { code: error.code, message: error.message } })
}

export function send({ response }: Exchange, reply: Reply): void {
  if (response.destroyed) return
  response.writeHead(reply.status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...reply.headers,
    'content-length': String(Buffer.byteLength(reply.body)),
  })
  response.end(reply.body)
}

/** Answers as the fault says: not at all, the line cut after a while; or as a gateway that lost its way. */
export async function answerWrongly(exchange: Exchange, fault: Fault, stopping: AbortSignal): Promise<void> {
  if (fault.fault.startsWith('error_500')) {
    send(exchange, errorReply(new ApiError(500, 'internal_error', 'Something went wrong on our side.')))
    return
  }
  await wait(fault.delayMs, undefined, { signal: stopping }).catch(() => undefined)
  exchange.request.socket.destroy()
}
