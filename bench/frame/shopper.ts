/**
 * A guest who buys over HTTP, as a browser does: on a connection of their own, from an address of their own, since the shop counts
 * requests by who sends them. Looks at the product, fills a basket, chooses where it goes, orders, and pays on the provider's page.
 */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

export interface Sale {
  readonly port: number
  readonly handle: string
  readonly variantId: string
}

/** How long each answer took, by what was asked; the shopper goes on when the note is taken. */
export type Noted = (step: string, ms: number) => void | Promise<void>

export interface Bought {
  readonly placed: boolean
  /** The refusal's code where nothing was ordered. */
  readonly code?: string
}

interface Wish {
  readonly method: string
  readonly url: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

interface Answer {
  readonly status: number
  readonly text: string
}

const ADDRESS = { street: 'Calle del Forno 7', postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' }

export class Shopper {
  readonly #agent: Agent
  readonly #sale: Sale
  readonly #number: number
  readonly #noted: Noted

  constructor(sale: Sale, number: number, noted: Noted = () => {}) {
    this.#sale = sale
    this.#number = number
    this.#noted = noted
    // Every address that begins with 127 is this machine.
    const localAddress = `127.${1 + ((number >> 14) % 250)}.${(number >> 7) & 127}.${1 + (number & 127)}`
    this.#agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress })
  }

  close(): void {
    this.#agent.destroy()
  }

  /** The whole purchase; `pay` false ends with the order. */
  async buy({ pay }: { readonly pay: boolean }): Promise<Bought> {
    await this.#ask('browse', { method: 'GET', url: `/it/products/${this.#sale.handle}` })
    const { id, token } = await this.#json<{ id: string; token: string }>('basket', 'POST', '/baskets', {
      body: { country: 'IT', locale: 'it' },
    })
    const basket = `/baskets/${id}`
    const filled = await this.#json<{ deliveryOptions: { code: string }[] }>(
      'line',
      'PUT',
      `${basket}/lines/${this.#sale.variantId}`,
      { body: { quantity: 1 }, token },
    )
    const deliveryMethod = filled.deliveryOptions[0]?.code
    const { total } = await this.#json<{ total: unknown }>('destination', 'PUT', `${basket}/destination`, {
      body: { country: 'IT', deliveryMethod },
      token,
    })
    const name = `Buyer ${this.#number}`
    const order = await this.#send('order', 'POST', `${basket}/order`, {
      body: {
        email: `buyer-${this.#number}-${randomUUID().slice(0, 8)}@village.example`,
        address: { name, ...ADDRESS },
        deliveryMethod,
        acceptedTotal: total,
      },
      token,
    })
    const said = JSON.parse(order.text) as { linkToken?: string; code?: string }
    if (said.linkToken === undefined) return { placed: false, ...(said.code === undefined ? {} : { code: said.code }) }
    if (pay) await this.#pay(said.linkToken)
    return { placed: true }
  }

  async #pay(linkToken: string): Promise<void> {
    const { url } = await this.#json<{ url: string }>('pay', 'POST', `/order-links/${linkToken}/payment-session`, {})
    const page = await (await fetch(url)).text()
    const hidden = page.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)" ?\/?>/g)
    const fields = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
    const card = { number: '4242 4242 4242 4242', expiry: '12/39', cvc: '123', name: 'Buyer' }
    const paid = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...fields, ...card }),
    })
    if (paid.status !== 303) throw new Error(`the provider answered ${paid.status}`)
    // Where the provider sends the shopper back to.
    const back = new URL(paid.headers.get('location') ?? '', `http://127.0.0.1:${this.#sale.port}`)
    await this.#ask('return', { method: 'GET', url: back.pathname + back.search })
  }

  async #json<T>(step: string, method: string, path: string, more: { body?: unknown; token?: string }): Promise<T> {
    const { status, text } = await this.#send(step, method, path, more)
    if (status >= 300) throw new Error(`${step}: ${status} ${text.slice(0, 300)}`)
    return JSON.parse(text) as T
  }

  #send(step: string, method: string, path: string, more: { body?: unknown; token?: string }): Promise<Answer> {
    const headers = {
      'idempotency-key': randomUUID(),
      ...(more.token === undefined ? {} : { 'basket-token': more.token }),
      ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const body = more.body === undefined ? {} : { body: JSON.stringify(more.body) }
    return this.#ask(step, { method, url: `/api${path}`, headers, ...body })
  }

  #ask(step: string, { method, url, body, headers = {} }: Wish): Promise<Answer> {
    const begun = performance.now()
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const asked = request(
        {
          port: this.#sale.port,
          host: '127.0.0.1',
          agent: this.#agent,
          method,
          path: url,
          headers: { host: 'localhost', ...headers, ...length },
        },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (chunk: string) => (text += chunk))
          answer.on('error', reject)
          answer.on('end', () => {
            const note = this.#noted(step, performance.now() - begun)
            void Promise.resolve(note).then(() => resolve({ status: answer.statusCode ?? 0, text }), reject)
          })
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  }
}
