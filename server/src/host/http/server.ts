import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Outage } from '../../kernel/outage.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import { isWithin, scopeOf } from '../actor.ts'
import { guest, runCommand, type Actor, type House } from '../context.ts'
import { holdRequest, isHeldAnswer, type HeldAnswer } from '../guard/hold-request.ts'
import { holdOf } from '../guard/weigh.ts'
import type { Transaction } from '../database/transaction.ts'
import { isDatabaseAway, isDatabaseBusy, isPostgresError, isUnstorableText } from '../database/errors.ts'
import {
  IDEMPOTENCY_CONSTRAINT,
  findKeptAnswer,
  inputHashOf,
  keepAnswer,
  type KeyedRequest,
} from '../idempotency/store.ts'
import { isLocale, preferredLocale } from '../i18n/locales.ts'
import type { Translations } from '../i18n/translate.ts'
import type { Log } from '../log/log.ts'
import { hostRefusals } from '../refusals.ts'
import { BASKET_COOKIE, CUSTOMER_COOKIE, STAFF_COOKIE, SetCookies, cookieOf } from './cookies.ts'
import { sendFile, type FileAnswer } from './file-answer.ts'
import { problemOf, refusalKey, sendProblem } from './problem.ts'
import { RateLimiter } from './rate-limit.ts'
import type { Call, Input, RawRequest, Route } from './route.ts'
import { fixedHeaders } from './security-headers.ts'
import { buildSerializer } from './serializer.ts'
import { validatorCompiler, type InvalidInput } from './validation.ts'

export interface ServerOptions {
  readonly routes: readonly Route[]
  readonly translations: Translations
  readonly log: Log
  /** The organisation behind a host name; undefined gets 421, never a default. */
  readonly findHouse: (hostName: string) => Promise<House | undefined>
  /** The actor behind a session token. */
  readonly findActor: (house: House, token: string) => Promise<Actor | undefined>
  /** The same within a transaction, of staff and their programs alone, with their rows locked until its end (host/auth/standing.ts). */
  readonly lockActor?: (
    tx: Transaction,
    asked: { token: string; actor: Actor; now: Date },
  ) => Promise<Actor | undefined>
  readonly knownPermissions: ReadonlySet<string>
  readonly https: boolean
  readonly trustProxy: boolean
  readonly onFault?: (faultId: string, error: unknown) => void
  /** Pages, static files, event streams: mounted after the API on the same server. */
  readonly mount?: (app: FastifyInstance) => void
}

declare module 'fastify' {
  interface FastifyRequest {
    house: House
    actor: Actor
    sessionToken: string | undefined
    setCookies: SetCookies | undefined
  }
  interface FastifyContextConfig {
    route?: Route
    /** Asked by machines under any name (health, metrics): no organisation stands behind it. */
    anyHost?: true
  }
}

export function buildServer(options: ServerOptions): FastifyInstance {
  refuseRoutesWithoutPolicy(options.routes, options.knownPermissions)
  const headers = fixedHeaders(options.https)
  const app = Fastify({
    logger: false,
    // An address that cannot be decoded (`/%zz`) reaches no hook: its answer must be dressed here.
    frameworkErrors(_error, request, reply) {
      reply.headers({ ...headers, 'x-request-id': request.id })
      refuse(request, reply, options, hostRefusals.not_found().refusal)
    },
    trustProxy: options.trustProxy,
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 300 },
    genReqId: () => randomUUID(),
    schemaController: { compilersFactory: { buildSerializer } },
    forceCloseConnections: 'idle',
  })
  app.setValidatorCompiler(validatorCompiler)
  // Declared for the request's shape; the onRequest hook sets them before anything reads them.
  app.decorateRequest('house')
  app.decorateRequest('actor')
  app.decorateRequest('sessionToken')
  app.decorateRequest('setCookies')
  app.addHook('onRequest', async (request, reply) => {
    // Fastify keeps them until it writes the answer; whoever writes to the socket itself adds them (`reply.getHeaders()`).
    reply.headers(headers).header('x-request-id', request.id)
    if (request.routeOptions.config.anyHost) return
    const house = await options.findHouse(hostNameOf(request))
    if (!house) return refuse(request, reply, options, hostRefusals.unknown_host().refusal)
    request.house = house
  })
  // SCIM (RFC 7644, 3.1) and whoever else names its own kind of JSON: it is read like any.
  app.addContentTypeParser(
    /^application\/[\w.-]+\+json/,
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  )
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, options))
  app.setNotFoundHandler((request, reply) => refuse(request, reply, options, hostRefusals.not_found().refusal))
  const limiter = new RateLimiter()
  for (const route of options.routes) {
    if (route.rawBody || route.streamBody)
      void app.register((scope, _, done) => mountRaw(scope, route, options, limiter, done))
    else mountRoute(app, route, options, limiter)
  }
  options.mount?.(app)
  return app
}

/** A route without a policy is a hole: the program does not start with one. */
export function refuseRoutesWithoutPolicy(routes: readonly Route[], known: ReadonlySet<string>): void {
  const operationIds = new Set<string>()
  for (const { method, path, permission, own, operationId } of routes) {
    const where = `${method} ${path}`
    if (!permission) throw new Error(`${where} declares no permission. Give it 'department:action', or 'public'.`)
    if (!own)
      throw new Error(`${where} does not say whose rows it may touch. Give it own: any, self, basket, link or none.`)
    if (permission !== 'public' && !known.has(permission))
      throw new Error(`${where} asks for ${permission}, which no department's manifest lists under permissions.`)
    if (permission === 'public' && own === 'any' && method !== 'GET')
      throw new Error(`${where} is public and changes anybody's rows. Ask for a permission, or narrow own.`)
    if (operationIds.has(operationId)) throw new Error(`Two routes are called ${operationId}. Rename one of them.`)
    operationIds.add(operationId)
  }
}

export function hostNameOf(request: FastifyRequest): string {
  const host = request.headers.host ?? ''
  const bracket = host.indexOf(']')
  return (bracket >= 0 ? host.slice(0, bracket + 1) : (host.split(':')[0] ?? '')).toLowerCase()
}

export function localeOf(request: FastifyRequest) {
  const asked = request.headers['fondaco-locale']
  if (typeof asked === 'string' && isLocale(asked)) return asked
  return preferredLocale(request.headers['accept-language'])
}

/** In a scope of its own, where every body stays bytes: a signature is over what was sent, not over what it means. */
function mountRaw(
  scope: FastifyInstance,
  route: Route,
  options: ServerOptions,
  limiter: RateLimiter,
  done: () => void,
): void {
  scope.removeAllContentTypeParsers()
  if (route.streamBody) scope.addContentTypeParser('*', (_request, body, parsed) => parsed(null, body))
  else scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body))
  mountRoute(scope, route, options, limiter)
  done()
}

function mountRoute(app: FastifyInstance, route: Route, options: ServerOptions, limiter: RateLimiter): void {
  const { params, query, body, response, status } = route
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    config: { route },
    // Before the body is read and its shape is judged: who may not call learns nothing of what a call looks like.
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const turnedAway = await admit(request, route, options)
      if (turnedAway) return refuse(request, reply, options, turnedAway)
    },
    ...(route.bodyLimitBytes === undefined ? {} : { bodyLimit: route.bodyLimitBytes }),
    schema: {
      operationId: route.operationId,
      summary: route.summary,
      ...(route.description === undefined ? {} : { description: route.description }),
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      ...(status === 204 || route.sendsFile ? {} : { response: { [status]: response } }),
    },
    handler: async (request, reply) => {
      const blocked = (await refuseBeyondScope(request, route)) ?? refuseTooMany(request, reply, route, limiter)
      if (blocked) return refuse(request, reply, options, blocked)
      const call = { ...callOf(request), ...bytesOf(request, route), house: houseOfAct(request, route, options) }
      const body = route.streamBody ? undefined : request.body
      const input = { params: request.params, query: request.query, body } as Input<never, never, never>
      const result = route.answer ? await route.answer(call, input) : await runKeyed(route, call, input, request, reply)
      if (!result.ok) {
        const hold = holdOf(result.refusal)
        if (!hold) return refuse(request, reply, options, result.refusal)
        const held = await holdRequest(
          call.house,
          { route, call, input, keyed: keyedOf(route, call, input, request) },
          hold,
        )
        return held.ok ? sendHeld(reply, held.value) : refuse(request, reply, options, held.refusal)
      }
      if (isHeldAnswer(result.value)) return sendHeld(reply, result.value)
      sendCookies(request, reply, options.https)
      return present(request, reply, route, result.value)
    },
  })
}

/** Who calls, from where, with which right: before anything is read or written. */
async function admit(request: FastifyRequest, route: Route, options: ServerOptions): Promise<Refusal | undefined> {
  await identify(request, options)
  // With or without a session: signing a stranger in to an account of one's own is a forgery too (login CSRF).
  const borne = request.headers.authorization === undefined
  if (borne && route.method !== 'GET' && isCrossSite(request)) return hostRefusals.cross_site().refusal
  const { actor } = request
  if (route.permission !== 'public') {
    if (actor.kind !== 'staff' && actor.kind !== 'key') {
      return actor.kind === 'guest' ? hostRefusals.not_signed_in().refusal : hostRefusals.not_allowed().refusal
    }
    if (!actor.permissions.has(route.permission)) {
      return hostRefusals.not_allowed({ params: { permission: route.permission } }).refusal
    }
  } else if (route.own === 'self' && actor.kind === 'guest') return hostRefusals.not_signed_in().refusal
  return undefined
}

function refuseTooMany(
  request: FastifyRequest,
  reply: FastifyReply,
  { operationId, rateLimit }: Route,
  limiter: RateLimiter,
): Refusal | undefined {
  if (!rateLimit) return undefined
  const wait = limiter.take(`${operationId} ${request.ip}`, rateLimit.perMinute, performance.now())
  if (wait === 0) return undefined
  reply.header('retry-after', wait)
  return hostRefusals.too_many_requests({ params: { seconds: wait } }).refusal
}

/** Somebody narrowed to some rows gets to those of routes that know how to keep to them, and to nothing else. */
async function refuseBeyondScope({ actor, house, params }: FastifyRequest, route: Route): Promise<Refusal | undefined> {
  const scope = route.permission === 'public' ? undefined : scopeOf(actor)
  if (scope === undefined || route.withinScope === 'narrowed') return undefined
  if (route.withinScope === undefined) return hostRefusals.beyond_scope().refusal
  const place = await route.withinScope(house.database, params as Record<string, string>)
  return place && isWithin(scope, place) ? undefined : hostRefusals.not_found().refusal
}

/** Sets the request's actor: by the header of a program, else by the cookies that browsers attach by themselves. */
export async function identify(request: FastifyRequest, options: Pick<ServerOptions, 'findActor'>): Promise<void> {
  request.actor = guest
  const header = request.headers.authorization
  if (header !== undefined) {
    const token = /^Bearer ([\w-]{20,200})$/.exec(header)?.[1]
    const actor = token === undefined ? undefined : await options.findActor(request.house, token)
    if (actor) {
      request.actor = actor
      request.sessionToken = token
    }
    return
  }
  for (const name of [STAFF_COOKIE, CUSTOMER_COOKIE]) {
    const token = cookieOf(request, name)
    const actor = token === undefined ? undefined : await options.findActor(request.house, token)
    // A program shows its key in a header; one that was planted as a cookie is nobody's.
    if (!actor || actor.kind === 'key') continue
    request.actor = actor
    request.sessionToken = token
    return
  }
}

/** Cookies travel with requests that other sites cause; Sec-Fetch-Site and Origin tell them apart (OWASP CSRF, "Fetch Metadata"). */
export function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.origin
  if (origin === undefined) return false
  return !origin.endsWith(`//${request.headers.host ?? ''}`)
}

/** Where a call acts, its caller's rights hold until its commit (host/auth/standing.ts); what is everybody's own asks for none. */
function houseOfAct(
  { house, actor, sessionToken }: FastifyRequest,
  { method, permission }: Route,
  { lockActor }: ServerOptions,
): House {
  if (!lockActor || method === 'GET' || permission === 'public' || sessionToken === undefined) return house
  const look = (tx: Transaction) => lockActor(tx, { token: sessionToken, actor, now: house.clock.now() })
  return { ...house, standing: { actor, look } }
}

export function callOf(request: FastifyRequest): Call {
  const basketToken = request.headers['basket-token']
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')
  return {
    house: request.house,
    actor: request.actor,
    locale: localeOf(request),
    requestId: request.id,
    ip: request.ip,
    basketToken: typeof basketToken === 'string' ? basketToken : cookieOf(request, BASKET_COOKIE),
    sessionToken: request.sessionToken,
    userAgent: request.headers['user-agent'],
    ifMatch: match ? Number(match[1]) : undefined,
    cookie: (name) => cookieOf(request, name),
    setCookie: (name, value, options) => (request.setCookies ??= new SetCookies()).set(name, value, options),
  }
}

function bytesOf(request: FastifyRequest, route: Route): Pick<Call, 'raw' | 'upload'> {
  if (route.rawBody) return { raw: rawOf(request) }
  return route.streamBody ? { upload: request.body instanceof Readable ? request.body : undefined } : {}
}

function rawOf(request: FastifyRequest): RawRequest {
  return {
    body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
    header: (name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : undefined
    },
  }
}

/** Puts the cookies of a request's `Call` on its answer: after success only, and once however often the command was retried. */
export function sendCookies(request: FastifyRequest, reply: FastifyReply, https: boolean): void {
  const lines = request.setCookies?.headers(https || request.protocol === 'https')
  if (lines) reply.header('set-cookie', lines)
}

const KEY_PATTERN = /^[\x21-\x7e]{1,255}$/

class Replayed {
  readonly response: unknown
  constructor(response: unknown) {
    this.response = response
  }
}

async function runKeyed(
  route: Route,
  call: Call,
  input: Input<never, never, never>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<unknown>> {
  const { command } = route
  if (!command) throw new Error(`${route.operationId} has neither command nor answer`)
  const options = { actor: call.actor, requestId: call.requestId }
  const key = request.headers['idempotency-key']
  if (!route.idempotent || key === undefined) return runCommand(call.house, options, (ctx) => command(ctx, input, call))
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) return hostRefusals.invalid_input({ field: 'Idempotency-Key' })
  const keyed = keyedOf(route, call, input, request)
  if (!keyed) throw new Error('a keyed request without its key')
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await runCommand<unknown>(call.house, options, async (ctx) => {
        const kept = await findKeptAnswer(ctx.tx, keyed)
        if (kept) return kept.sameInput ? ok(new Replayed(kept.response)) : hostRefusals.idempotency_key_reused()
        const answer = await command(ctx, input, call)
        if (answer.ok) keepAnswer(ctx, keyed, route.status, answer.value)
        return answer
      })
      const replayed = result.ok ? result.value : await findTwinsAnswer(call.house, keyed)
      if (!(replayed instanceof Replayed)) return result
      reply.header('idempotent-replayed', 'true')
      return ok(replayed.response)
    } catch (error) {
      // The twin of this request committed first: its answer is there now.
      if (isPostgresError(error) && error.constraint === IDEMPOTENCY_CONSTRAINT && attempt === 0) continue
      throw error
    }
  }
}

function keyedOf(
  route: Route,
  call: Call,
  input: Input<never, never, never>,
  request: FastifyRequest,
): KeyedRequest | undefined {
  const key = request.headers['idempotency-key']
  if (!route.idempotent || typeof key !== 'string') return undefined
  return {
    scope:
      call.actor.kind === 'guest'
        ? `guest:${call.basketToken ?? call.ip}`
        : `${call.actor.kind}:${'id' in call.actor ? call.actor.id : ''}`,
    key,
    inputHash: inputHashOf(route.operationId, input),
  }
}

/** Nothing has changed yet: what was asked for waits until others agree (host/guard). */
function sendHeld(reply: FastifyReply, answer: HeldAnswer): FastifyReply {
  return reply
    .code(202)
    .header('location', `/api/approvals/${answer.held.id}`)
    .header('content-type', 'application/json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(answer)
}

/**
 * Why a keyed request was refused may be its own twin, which committed while this one waited for a lock ("ordered already"):
 * then the twin's answer is the answer.
 */
async function findTwinsAnswer(house: House, keyed: KeyedRequest): Promise<Replayed | undefined> {
  const kept = await findKeptAnswer(house.database, keyed)
  return kept?.sameInput ? new Replayed(kept.response) : undefined
}

function present(request: FastifyRequest, reply: FastifyReply, route: Route, value: unknown): unknown {
  if (route.etag !== undefined && typeof value === 'object' && value !== null) {
    const version = String((value as Record<string, unknown>)[route.etag])
    const tag = route.dialect?.tag(version) ?? `"${version}"`
    reply.header('etag', tag)
    if (route.method === 'GET' && request.headers['if-none-match'] === tag) return reply.code(304).send()
  }
  reply.code(route.status)
  if (route.sendsFile) return sendFile(reply, value as FileAnswer)
  if (route.dialect && route.status !== 204) {
    return reply.header('content-type', route.dialect.contentType).serializer(JSON.stringify).send(value)
  }
  return route.status === 204 ? reply.send() : value
}

export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  options: Pick<ServerOptions, 'translations'>,
  refusal: Refusal,
): FastifyReply {
  const problem = problemOf(refusal, options.translations.for(localeOf(request)), request.id)
  const { dialect } = request.routeOptions.config.route ?? {}
  if (!dialect) return sendProblem(reply, problem)
  const { status, body } = dialect.refuse(problem)
  return reply.code(status).header('content-type', dialect.contentType).serializer(JSON.stringify).send(body)
}

interface HttpError {
  readonly statusCode?: number
  readonly code?: string
  readonly validation?: unknown
}

function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): FastifyReply {
  const known = refusalOfError(error)
  if (known) return refuse(request, reply, options, known)
  const translate = options.translations.for(localeOf(request))
  if (isDatabaseAway(error) || isDatabaseBusy(error)) {
    reply.header('retry-after', 2)
    return sendProblem(reply, plainProblem('host.unavailable', 503, translate, request.id))
  }
  if (error instanceof Outage) {
    options.log.warn('outage', { requestId: request.id, code: error.code, error: error.message })
    reply.header('retry-after', 5)
    return sendProblem(reply, plainProblem(error.code, 503, translate, request.id))
  }
  const faultId = randomUUID()
  options.log.error('fault', {
    faultId,
    requestId: request.id,
    route: request.routeOptions.url ?? '',
    error: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  })
  options.onFault?.(faultId, error)
  return sendProblem(reply, { ...plainProblem('host.fault', 500, translate, request.id), params: { faultId } })
}

function plainProblem(code: string, status: number, translate: (key: string) => string, requestId: string) {
  const title = translate(`${refusalKey(code)}.title`)
  const remedy = translate(`${refusalKey(code)}.remedy`)
  return { type: `/errors#${code}`, title, status, code, detail: title, remedy, requestId }
}

function refusalOfError(error: unknown): Refusal | undefined {
  const { statusCode, code, validation } = error as HttpError
  if (validation !== undefined) return invalidInput(error as InvalidInput)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return hostRefusals.body_too_large().refusal
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return hostRefusals.unsupported_media_type().refusal
  if (isUnstorableText(error)) return hostRefusals.invalid_input().refusal
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return hostRefusals.malformed_body().refusal
  return undefined
}

function invalidInput(error: InvalidInput): Refusal {
  const others = error.problems.map(
    ({ field, params }) => hostRefusals.invalid_input({ field, ...(params ? { params } : {}) }).refusal,
  )
  return hostRefusals.invalid_input({ ...(others[0]?.field === undefined ? {} : { field: others[0].field }), others })
    .refusal
}
