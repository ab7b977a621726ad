/**
 * S1: bad input to every operation and page. Whoever may do everything sends it, so that it gets as deep as it can; a shopper
 * with a basket, an order and an account does the rest.
 */
import { signLink } from '../../server/src/host/auth/links.ts'
import type { Route } from '../../server/src/host/http/route.ts'
import { signedInAs } from '../../server/src/testing/create-test-server.ts'
import { must } from '../../server/src/testing/scene.ts'
import { badBodies, badJson, badTexts, naughtyTexts } from './bad-values.ts'
import { chanceFrom, shuffled } from '../races/race.ts'
import { encodeText, openCallers, pathOf, type Callers, type Headers } from './callers.ts'
import { sampleBody, sampleOf } from './sample.ts'

export interface BadInput {
  readonly seed: number
  /** Strings of the big list for each place where a text goes. */
  readonly naughty: number
  /** Of our own bad values, how many (0 to 1) are tried in each place; over all places each is. */
  readonly share: number
  /** No answer takes longer. Where other programs run too, only what hangs is found. */
  readonly limitMs: number
}

export interface Findings {
  sent: number
  slowestMs: number
  readonly wrong: string[]
  readonly statuses: Map<number, number>
}

interface Attempt {
  readonly method: Route['method']
  readonly url: string
  readonly headers: Headers
  readonly payload?: string | Buffer
  /** What was put in, in short. */
  readonly what: string
}

export class BadInputRun {
  readonly callers: Callers
  readonly findings: Findings = { sent: 0, slowestMs: 0, wrong: [], statuses: new Map() }
  readonly #options: BadInput

  constructor(callers: Callers, options: BadInput) {
    this.callers = callers
    this.#options = options
  }

  get #texts(): string[] {
    return [...this.#some(badTexts), ...this.#naughty()]
  }

  #naughty(): readonly string[] {
    return naughtyTexts(this.#options.seed + this.findings.sent, this.#options.naughty)
  }

  /** Another part of them in each place, the same by seed. */
  #some<T>(values: readonly T[]): readonly T[] {
    const { seed, share } = this.#options
    return shuffled(values, chanceFrom(seed + this.findings.sent)).slice(0, Math.ceil(values.length * share))
  }

  async tryOperation(route: Route): Promise<void> {
    const { headers, params } = await this.#personFor(route)
    const body = route.body ? sampleBody(route.operationId, route.body) : undefined
    const good = { method: route.method, url: pathOf(route, params), headers }
    for (const text of route.path.includes(':') ? this.#texts : []) {
      const bad = Object.fromEntries(Object.keys(params).map((name) => [name, text]))
      await this.#send({ ...good, url: pathOf(route, bad), ...asJson(body), what: `path ${text}` })
    }
    for (const name of Object.keys((route.query as { properties?: object } | undefined)?.properties ?? {})) {
      for (const text of this.#texts) {
        const url = `${good.url}?${name}=${encodeText(text)}`
        await this.#send({ ...good, url, what: `query ${name}=${text}` })
      }
      await this.#send({ ...good, url: `${good.url}?${name}=1&${name}=2&${name}[a]=3`, what: `query ${name} twice` })
    }
    if (body === undefined) return
    for (const payload of badBodies) await this.#send({ ...good, ...asText(payload), what: `body ${String(payload)}` })
    const whole = sampleWhole(route)
    for (const place of placesIn(whole)) {
      for (const json of [...this.#some(badJson), ...this.#naughty().map(safeJson)]) {
        const headers = { ...good.headers, ...(await this.#versionFor(route, good)) }
        const what = `${place.join('.')} ${json}`
        // Beside what else may be sent, and alone: the one gets past what is required, the other past what contradicts itself.
        await this.#send({ ...good, headers, ...asText(withJsonAt(whole, place, json)), what })
        if (place.length > 1) continue
        const again = { ...good.headers, ...(await this.#versionFor(route, good)) }
        await this.#send({ ...good, headers: again, ...asText(withJsonAt(body, place, json)), what: `only ${what}` })
      }
    }
  }

  async tryHeaders(): Promise<void> {
    const { headers } = await signedInAs(this.callers.house, 'owner')
    const { id, token } = await this.callers.shop.fill({ mug: 1 })
    const good: Attempt[] = [
      { method: 'POST', url: '/api/baskets', headers: {}, payload: '{"country":"IT"}', what: '' },
      { method: 'GET', url: `/api/baskets/${id}`, headers: { 'basket-token': token ?? '' }, what: '' },
      { method: 'GET', url: '/api/orders', headers, what: '' },
      { method: 'GET', url: '/it', headers: {}, what: '' },
    ]
    const names = ['authorization', 'basket-token', 'cookie', 'idempotency-key', 'if-match', 'if-none-match', 'host']
    const more = [
      'accept-language',
      'fondaco-locale',
      'origin',
      'sec-fetch-site',
      'user-agent',
      'content-type',
      'range',
    ]
    // What Node itself takes for a header; the rest never reaches a program.
    const texts = this.#texts.filter((text) => !/[^\t\x20-\x7e\x80-\xff]/.test(text))
    for (const attempt of good) {
      for (const name of [...names, ...more, 'x-forwarded-for', 'accept', 'accept-encoding']) {
        for (const text of texts) {
          await this.#send(
            { ...attempt, headers: { ...attempt.headers, [name]: text }, what: `${name}: ${text}` },
            text,
          )
        }
      }
    }
  }

  /** Pages: nothing of what was sent may stand in the page as markup. */
  async tryPage(method: 'GET' | 'POST', path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const basket = await this.callers.shop.fill({ mug: 1 })
    const headers = { cookie: `fondaco_basket=${basket.token}; fondaco_basket_id=${basket.id}` }
    const known = { ...fields, ...('key' in fields ? { key: basket.id } : {}) }
    for (const text of this.#texts) {
      const url = path.replaceAll(/:\w+/g, () => encodeText(text))
      if (method === 'GET') {
        for (const name of ['', ...Object.keys(known)]) {
          const query = name === '' ? '' : `?${name}=${encodeText(text)}`
          await this.#send({ method, url: url + query, headers, what: `${name} ${text}` }, text)
        }
      } else {
        for (const name of Object.keys(known)) {
          const form = Object.entries({ ...known, [name]: text }).map(([key, value]) => `${key}=${encodeText(value)}`)
          const typed = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
          await this.#send({ method, url, headers: typed, payload: form.join('&'), what: `${name} ${text}` }, text)
        }
      }
    }
  }

  async #send({ method, url, headers, payload, what }: Attempt, text?: string): Promise<void> {
    const { findings } = this
    findings.sent += 1
    const begun = performance.now()
    const answer = await this.callers.app.inject({
      method,
      url,
      headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      // Everybody comes from elsewhere, so that limits on one caller do not hide what lies behind them.
      remoteAddress: `10.${(findings.sent >> 16) & 255}.${(findings.sent >> 8) & 255}.${findings.sent & 255}`,
      ...(payload === undefined ? {} : { payload }),
    })
    const tookMs = performance.now() - begun
    findings.slowestMs = Math.max(findings.slowestMs, tookMs)
    findings.statuses.set(answer.statusCode, (findings.statuses.get(answer.statusCode) ?? 0) + 1)
    const complain = (problem: string) =>
      findings.wrong.push(`${method} ${url.slice(0, 120)} with ${JSON.stringify(what.slice(0, 80))}: ${problem}`)
    // In a clean clone the back office waits to be built, and says so.
    const notBuilt = answer.statusCode === 503 && url.startsWith('/office/')
    if (answer.statusCode >= 500 && !notBuilt) complain(`${answer.statusCode} ${answer.body.slice(0, 200)}`)
    if (tookMs > this.#options.limitMs) complain(`${Math.round(tookMs)} ms`)
    const type = String(answer.headers['content-type'] ?? '')
    if (answer.body.includes('    at ') && !type.includes('csv')) complain('a stack trace')
    if (answer.headers['set-cookie']?.toString().includes('a=b')) complain('a header of the caller')
    if (type.startsWith('text/html') && text !== undefined && reflects(answer.body, text))
      complain('reflected as markup')
    if (answer.headers['x-content-type-options'] !== 'nosniff') complain('may be sniffed')
    if ('polluted' in {}) {
      delete (Object.prototype as { polluted?: unknown }).polluted
      complain('polluted every object')
    }
  }

  /** Changes of what has versions are let in only with the present one. */
  async #versionFor({ etag }: Route, { url, headers }: { url: string; headers: Headers }): Promise<Headers> {
    if (etag === undefined) return {}
    const { etag: tag } = (await this.callers.app.inject({ url, headers: { ...headers } })).headers
    return typeof tag === 'string' ? { 'if-match': tag } : {}
  }

  async #personFor(route: Route): Promise<{ headers: Headers; params: Record<string, string> }> {
    const { house, shop } = this.callers
    const known = route.params ? (sampleOf(route.params) as Record<string, string>) : {}
    const basket = await shop.fill({ mug: 1 })
    const params = { ...known, ...(await this.#idsFor(route, basket.id)) }
    if (route.own === 'basket') return { headers: { 'basket-token': basket.token ?? '' }, params }
    const isCustomers = route.path.startsWith('/customer') && route.own === 'self'
    if (isCustomers) return { headers: await this.callers.newCustomer(), params }
    return { headers: (await signedInAs(house, 'owner')).headers, params }
  }

  /** Of real things, each made for this operation. */
  async #idsFor(route: Route, basketId: string): Promise<Record<string, string>> {
    const { house, shop } = this.callers
    const [, noun = ''] = route.path.split('/')
    if (noun === 'baskets') return { id: basketId, variantId: shop.variantIds.mug }
    if (noun === 'order-links' || noun === 'orders') {
      const { id } = must(await shop.place(await shop.fill({ book: 1 })))
      return noun === 'orders' ? { id } : { token: signLink(house.linkKey, 'order', id) }
    }
    if (noun === 'staff') return { id: (await signedInAs(house, 'picker')).id }
    const tables: Readonly<Record<string, string>> = {
      products: 'catalog.product',
      customers: 'customers.customer',
      mails: 'host.mail',
      jobs: 'host.job',
    }
    const table = tables[noun]
    const [row] = table === undefined ? [] : await house.asOwner<{ id: string }>(`SELECT id FROM ${table} LIMIT 1`)
    return row ? { id: row.id } : {}
  }
}

export async function openBadInputRun(options: BadInput): Promise<BadInputRun> {
  return new BadInputRun(await openCallers(), options)
}

/** Only what a browser would take for markup counts: the same letters inside an escaped text are harmless. */
function reflects(page: string, text: string): boolean {
  return /<\w|<!|<\//.test(text) && page.includes(text)
}

function safeJson(text: string): string {
  return JSON.stringify(text)
}

function asJson(body: unknown) {
  return body === undefined ? {} : asText(JSON.stringify(body))
}

function asText(payload: string | Buffer): { payload: string | Buffer } {
  return { payload }
}

type Place = readonly (string | number)[]

function sampleWhole(route: Route): unknown {
  const best = sampleBody(route.operationId, route.body ?? {})
  const whole = sampleOf(route.body ?? {}, { whole: true })
  return isRecord(best) && isRecord(whole) ? { ...whole, ...best } : whole
}

function placesIn(value: unknown): Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => [[index], ...placesIn(item).map((place) => [index, ...place])])
  }
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, item]) => [[name], ...placesIn(item).map((place) => [name, ...place])])
}

const MARK = '\u{10FFFD}here'

function withJsonAt(value: unknown, place: Place, json: string): string {
  return JSON.stringify(replaced(value, place)).replace(`"${MARK}"`, () => json)
}

function replaced(value: unknown, [first, ...rest]: Place): unknown {
  if (first === undefined) return MARK
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? replaced(item, rest) : item))
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first], rest) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
