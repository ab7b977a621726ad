import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Payment, Refund } from '../model.ts'
import { startPaymentProvider } from '../start-payment-provider.ts'
import type { PaymentProvider, PaymentProviderOptions } from '../start-payment-provider.ts'

/** The other side of the provider: a shop that asks, pays as its shoppers would, and hears webhooks. */
export interface Heard {
  id: string
  type: string
  heardAt: number
  genuine: boolean
  body: string
  data: { payment?: Payment; session: { id: string; status: string; reference: string }; refund?: Refund }
}

export interface Ear {
  url: string
  heard: Heard[]
  /** What the shop answers, the next first; 200 when there is nothing left. */
  answers: number[]
  close(): Promise<void>
}

export const apiKey = 'sk_test_shop_and_provider'
const secretBytes = randomBytes(32)
export const webhookSecret = `whsec_${secretBytes.toString('base64')}`

/** Written from the Standard Webhooks text, not from the provider's own signing. */
function isGenuine(headers: NodeJS.Dict<string | string[]>, body: string): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => String(headers[`webhook-${name}`]))
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false
  const mac = createHmac('sha256', secretBytes)
  mac.update(String(id)).update('.').update(String(timestamp)).update('.').update(body)
  const expected = mac.digest()
  return String(signatures)
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .map((each) => Buffer.from(each.slice(3), 'base64'))
    .some((each) => each.length === expected.length && timingSafeEqual(each, expected))
}

export async function openEar(port = 0): Promise<Ear> {
  const heard: Heard[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      const { id, type, data } = JSON.parse(body) as Heard
      heard.push({ id, type, data, body, heardAt: Date.now(), genuine: isGenuine(request.headers, body) })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`
  return {
    url,
    heard,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export interface Got<T> {
  status: number
  body: T
  headers: Headers
}

export interface Refused {
  error: { code: string; message: string }
}

export interface OpenedSession {
  id: string
  url: string
  status: string
  paymentId: string | null
  reference: string
  amount: { amount: number; currency: string }
}

export interface Shop {
  provider: PaymentProvider
  ear: Ear
  ask<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Got<T>>
  openSession(changes?: Record<string, unknown>): Promise<OpenedSession>
  order(fault: Record<string, unknown>): Promise<void>
  payment(session: OpenedSession): Promise<Payment>
  close(): Promise<void>
}

export async function openShop(options: Partial<PaymentProviderOptions> = {}, givenEar?: Ear): Promise<Shop> {
  const ear = givenEar ?? (await openEar())
  const provider = await startPaymentProvider({
    apiKey,
    webhookSecret,
    webhookUrl: ear.url,
    webhookRetryAfterMs: 20,
    ...options,
  }).catch(async (error: unknown) => {
    await ear.close()
    throw error
  })
  async function ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(provider.url + path, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as T, headers: response.headers }
  }
  async function mustAsk<T>(method: string, path: string, body?: unknown): Promise<T> {
    const got = await ask<T>(method, path, body)
    if (got.status >= 300) throw new Error(`${method} ${path}: ${got.status} ${JSON.stringify(got.body)}`)
    return got.body
  }
  return {
    provider,
    ear,
    ask,
    openSession: (changes = {}) => mustAsk('POST', '/v1/sessions', { ...anOrder, ...changes }),
    order: async (fault) => void (await mustAsk('POST', '/v1/faults', fault)),
    payment: async (session) => {
      const found = await mustAsk<OpenedSession>('GET', `/v1/sessions/${session.id}`)
      return mustAsk('GET', `/v1/payments/${found.paymentId}`)
    },
    close: async () => {
      await provider.close()
      await ear.close()
    },
  }
}

export const anOrder = {
  reference: 'pay-1',
  amount: { amount: 5990, currency: 'EUR' },
  capture: 'automatic',
  returnUrl: 'http://shop.invalid/checkout/return?basket=7',
  cancelUrl: 'http://shop.invalid/checkout',
  description: 'Marchetti Ceramics',
  lines: [
    { name: 'Espresso cup "Riva" <blue>', quantity: 2, amount: { amount: 3600, currency: 'EUR' } },
    { name: 'Linen napkin', quantity: 1, amount: { amount: 1790, currency: 'EUR' } },
  ],
  locale: 'en',
  expiresInSeconds: 600,
}

export const cards = {
  approved: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  poor: '4000 0000 0000 9995',
  secure: '4000 0025 0000 3155',
}

export interface Shown {
  status: number
  location: string | null
  html: string
  headers: Headers
}

export async function show(url: string, init: RequestInit = {}): Promise<Shown> {
  const response = await fetch(url, { redirect: 'manual', ...init })
  const { status, headers } = response
  return { status, headers, location: headers.get('location'), html: await response.text() }
}

export function submit(url: string, fields: Record<string, string>): Promise<Shown> {
  return show(url, { method: 'POST', body: new URLSearchParams(fields) })
}

/** Opens the page as a browser does, fills the form that it shows and sends it. */
export async function payWith(session: { url: string }, number: string, changes: Record<string, string> = {}) {
  const { html } = await show(session.url)
  return submit(session.url, { ...hiddenFields(html), number, expiry: '12/39', cvc: '123', name: 'Ada', ...changes })
}

export function hiddenFields(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)" ?\/?>/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
}

export async function until(what: string, holds: () => boolean, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms in vain for: ${what}`)
    await wait(10)
  }
}
