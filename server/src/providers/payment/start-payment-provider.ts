import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ApiError } from './api-error.ts'
import { serveApi } from './api.ts'
import { Book, usualLimits } from './book.ts'
import type { Limits } from './book.ts'
import { Courier } from './courier.ts'
import { Desk } from './desk.ts'
import { errorReply, jsonReply, send } from './exchange.ts'
import type { Exchange } from './exchange.ts'
import { serveAsset, serveHosted, servePayments } from './hosted.ts'
import { openJournal } from './journal.ts'
import { closeOverdue } from './sessions.ts'
import { payOutNights } from './payouts.ts'
import { readWebhookSecret } from './signature.ts'

export interface PaymentProviderOptions {
  /** 0, the usual, takes any free port of 127.0.0.1. */
  port?: number
  /** Where the journal lives; without it a folder of its own that goes away with `close`. */
  dataFolder?: string
  apiKey: string
  /** `whsec_` + base64. */
  webhookSecret: string
  /** Without it no event is told. */
  webhookUrl?: string
  latencyMs?: number
  /** 1000: the wait after the first failed delivery, doubled after each further one. */
  webhookRetryAfterMs?: number
  limits?: Partial<Limits>
  /** Milliseconds; a demo is paid for in its last weeks. */
  now?: () => number
  /** Pays out each night what moved before it. */
  paysOutNightly?: boolean
  /** Told when the disk refuses the journal; the provider has stopped by then. */
  onBroken?: (error: Error) => void
}

export interface PaymentProvider {
  url: string
  close(): Promise<void>
}

/** Starts "Devpay (test payments)", a payment provider that moves no money, on 127.0.0.1. */
export async function startPaymentProvider(options: PaymentProviderOptions): Promise<PaymentProvider> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The development payment provider moves no money: it refuses to start with NODE_ENV=production.')
  }
  if (options.apiKey.length < 8) throw new Error('The API key must have at least 8 characters.')
  const webhookKey = readWebhookSecret(options.webhookSecret)
  const folder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'devpay-')))
  const stopping = new AbortController()

  // The port is taken first: it is what keeps a second provider away from the same journal.
  const ready = Promise.withResolvers<(exchange: Exchange) => Promise<void>>()
  ready.promise.catch(() => undefined)
  const server = createServer((request, response) => void receive(request, response, ready.promise))
  const url = await listen(server, options.port ?? 0)

  const book = new Book({ ...usualLimits, ...options.limits })
  const courier = new Courier({
    url: options.webhookUrl ?? '',
    key: webhookKey,
    retryAfterMs: options.webhookRetryAfterMs ?? 1000,
    answerWithinMs: 10_000,
  })
  const journal = await openJournal({
    folder,
    replay: (change) => book.apply(change),
    snapshot: () => book.snapshot(),
    onBroken: (error) => {
      stop()
      options.onBroken?.(error)
    },
  }).catch((error: unknown) => {
    server.close()
    server.closeAllConnections()
    throw error
  })
  const tellsEvents = options.webhookUrl !== undefined
  const desk = new Desk({
    book,
    journal,
    tellsEvents,
    now: options.now,
    onDeliveries: (deliveries) => courier.schedule(deliveries),
  })
  const overdue = setInterval(() => {
    desk.run(() => closeOverdue(desk)).durable.catch(() => undefined)
  }, 500)

  const nights = options.paysOutNightly
    ? setInterval(() => {
        desk.run(() => payOutNights(desk)).durable.catch(() => undefined)
      }, 60_000)
    : undefined

  function stop(): void {
    stopping.abort()
    clearInterval(overdue)
    clearInterval(nights)
    courier.stop()
    server.close()
    server.closeAllConnections()
  }

  if (tellsEvents) courier.start(desk)
  const setting = { apiKey: options.apiKey, publicUrl: url, stopping: stopping.signal }
  ready.resolve(async (exchange) => {
    if (options.latencyMs !== undefined) await wait(options.latencyMs)
    const { pathname } = exchange.url
    if (pathname.startsWith('/v1/')) await serveApi(desk, exchange, setting)
    else if (pathname.startsWith('/pay/')) await serveHosted(desk, exchange, stopping.signal)
    else if (pathname === '/payments' && exchange.request.method === 'GET') servePayments(desk, exchange)
    else if (pathname === '/healthz') send(exchange, jsonReply(200, { status: 'ok' }))
    else if (!serveAsset(exchange)) throw new ApiError(404, 'not_found', `There is nothing at ${pathname}.`)
  })

  return {
    url,
    async close() {
      const closed = new Promise((resolve) => server.once('close', resolve))
      const wasListening = server.listening
      stop()
      if (wasListening) await closed
      await journal.close()
      if (options.dataFolder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  ready: Promise<(exchange: Exchange) => Promise<void>>,
): Promise<void> {
  const url = URL.parse(request.url ?? '', 'http://devpay.invalid') ?? new URL('http://devpay.invalid/')
  const exchange = { request, response, url }
  try {
    await (
      await ready
    )(exchange)
  } catch (error) {
    if (response.headersSent) response.destroy()
    else if (error instanceof ApiError) send(exchange, errorReply(error))
    else send(exchange, errorReply(new ApiError(500, 'internal_error', 'Something went wrong on our side.')))
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })
}
