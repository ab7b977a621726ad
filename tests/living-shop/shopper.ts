/**
 * Shoppers who buy over HTTP, as a browser does, and remember what they were promised. When the shop dies under their hands
 * they keep the request that had no answer, and send the same one again, under its key, once the shop is back.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

/** What the shop has said yes to: it may never forget it, nor do it twice. */
export interface AcknowledgedOrder {
  readonly id: string
  readonly number: string
  readonly total: number
  readonly linkToken: string
  readonly email: string
  /** The provider's page took the card. */
  paid: boolean
}

export interface Ledger {
  readonly orders: AcknowledgedOrder[]
  /** Answers that no shopper should ever get, with what was asked. */
  readonly wrong: string[]
  readonly refused: Map<string, number>
}

interface OrderRequest {
  readonly basketId: string
  readonly token: string
  readonly key: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface Shopper {
  /** Shops until told to stop; resolves when nothing of hers is under way. */
  shop(isOpen: () => boolean): Promise<void>
}

interface ShopperOptions {
  readonly url: string
  readonly number: number
  readonly variantIds: readonly string[]
  readonly chance: () => number
  readonly ledger: Ledger
}

/** The shop is gone, or going: nothing was promised. */
class NoAnswer extends Error {}
/** A sentence with a code. */
class Refused extends Error {}

const address = {
  name: 'Mirandolina Locandiera',
  street: 'Calle del Forno 7',
  postcode: '30121',
  city: 'Venezia',
  region: 'VE',
  country: 'IT',
}

export function createShopper({ url, number, variantIds, chance, ledger }: ShopperOptions): Shopper {
  let pending: OrderRequest | undefined
  let visits = 0

  async function ask<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const answer = await send(`${url}/api${path}`, {
      method,
      headers: {
        // Each shopper has an address of her own, as behind a proxy.
        'x-forwarded-for': `10.0.0.${number}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (answer.ok) return JSON.parse(text) as T
    if (answer.status === 503 && answer.headers.get('retry-after') !== null) throw new NoAnswer('503')
    const { code } = JSON.parse(text) as { code: string }
    if (answer.status >= 500) ledger.wrong.push(`${method} ${path}: ${answer.status} ${text}`)
    throw new Refused(code)
  }

  async function fillBasket(): Promise<OrderRequest> {
    const { id, token } = await ask<{ id: string; token: string }>('POST', '/baskets', { country: 'IT', locale: 'it' })
    const headers = { 'basket-token': token }
    const wanted = new Set(Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(variantIds, chance)))
    for (const variantId of wanted) {
      const quantity = 1 + Math.floor(chance() * 2)
      await ask('PUT', `/baskets/${id}/lines/${variantId}`, { quantity }, headers)
    }
    const { deliveryOptions } = await ask<Basket>('GET', `/baskets/${id}`, undefined, headers)
    const deliveryMethod = deliveryOptions[0]?.code ?? ''
    const { total } = await ask<Basket>('PUT', `/baskets/${id}/destination`, { country: 'IT', deliveryMethod }, headers)
    visits += 1
    const email = `shopper-${number}-${visits}@village.example`
    return { basketId: id, token, key: randomUUID(), body: { email, address, deliveryMethod, acceptedTotal: total } }
  }

  async function order(request: OrderRequest): Promise<AcknowledgedOrder> {
    const headers = { 'basket-token': request.token, 'idempotency-key': request.key }
    const path = `/baskets/${request.basketId}/order`
    const placed = await ask<PlacedOrder>('POST', path, request.body, headers)
    const acknowledged: AcknowledgedOrder = {
      id: placed.id,
      number: placed.number,
      total: placed.total.amount,
      linkToken: placed.linkToken,
      email: String(request.body['email']),
      paid: false,
    }
    ledger.orders.push(acknowledged)
    return acknowledged
  }

  async function pay(placed: AcknowledgedOrder): Promise<void> {
    const { url: page } = await ask<{ url: string }>('POST', `/order-links/${placed.linkToken}/payment-session`)
    const html = await (await send(page)).text()
    const hidden = html.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)" ?\/?>/g)
    const fields = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
    const body = new URLSearchParams({ ...fields, number: '4242424242424242', expiry: '12/39', cvc: '123', name: 'M' })
    const answer = await send(page, { method: 'POST', body, redirect: 'manual' })
    await answer.arrayBuffer()
    if (answer.status !== 303) throw new Refused(`provider: ${answer.status}`)
    placed.paid = true
    const back = answer.headers.get('location') ?? ''
    const confirmation = await send(back)
    const said = await confirmation.text()
    if (confirmation.status >= 500 && confirmation.status !== 503) ledger.wrong.push(`${back}: ${said.slice(0, 300)}`)
  }

  async function visit(): Promise<void> {
    pending ??= await fillBasket()
    try {
      const placed = await order(pending)
      pending = undefined
      await pay(placed)
    } catch (error) {
      // Refused is an answer; without one the same request is sent again.
      if (error instanceof Refused) pending = undefined
      throw error
    }
  }

  return {
    async shop(isOpen) {
      while (isOpen()) {
        try {
          await visit()
        } catch (error) {
          if (error instanceof Refused) count(ledger.refused, error.message)
          else if (!(error instanceof NoAnswer)) throw error
          await wait(30)
        }
      }
    },
  }
}

interface Basket {
  readonly total: { readonly amount: number; readonly currency: string }
  readonly deliveryOptions: readonly { readonly code: string }[]
}

interface PlacedOrder {
  readonly id: string
  readonly number: string
  readonly total: { readonly amount: number }
  readonly linkToken: string
}

const PATIENCE_MS = 20_000

async function send(url: string, options: RequestInit = {}): Promise<Response> {
  try {
    const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) })
    // Half an answer is none.
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers })
  } catch (error) {
    throw new NoAnswer(String(error))
  }
}

function pick<T>(items: readonly T[], chance: () => number): T {
  const item = items[Math.floor(chance() * items.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
