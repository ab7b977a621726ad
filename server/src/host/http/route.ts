import type { Readable } from 'node:stream'
import type { Static, TObject, TSchema } from 'typebox'
import type { Result } from '../../kernel/result.ts'
import type { Place } from '../actor.ts'
import type { Actor, Context, House } from '../context.ts'
import type { Locale } from '../i18n/locales.ts'
import type { CookieOptions } from './cookies.ts'
import type { Problem } from './problem.ts'

/** `department:action`, or `public` for what anyone may call. */
export type Permission = `${string}:${string}` | 'public'

/**
 * Whose rows an operation may touch: `any` of the organisation, the caller's own (`self`), those of a basket whose token the
 * caller holds, those of a signed link, or `none`.
 */
export type Own = 'any' | 'self' | 'basket' | 'link' | 'none'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * What a route does for somebody whose work is narrowed to some rows (`actor.scope`). Without it such a person is turned away, so
 * that forgetting is impossible.
 * - `narrowed`: it shows or touches only what lies within, or what belongs to nobody's market and location and is only read.
 * - a function: where the row of the path belongs; one outside, like one that is not there, is not found.
 */
export type WithinScope = 'narrowed' | PlaceOf

export type PlaceOf = (
  reader: Pick<House['database'], 'row'>,
  params: Readonly<Record<string, string>>,
) => Promise<Place | undefined>

/** What a handler knows of its request besides its validated input. */
export interface Call {
  readonly house: House
  readonly actor: Actor
  readonly locale: Locale
  readonly requestId: string
  readonly ip: string
  /** The bearer of a basket or a link: header `Basket-Token`, never in a URL that is logged. */
  readonly basketToken: string | undefined
  readonly sessionToken: string | undefined
  readonly userAgent: string | undefined
  /** `If-Match` as a record's version; undefined when the caller sent none. */
  readonly ifMatch: number | undefined
  /** A cookie that the browser brought along. */
  readonly cookie: (name: string) => string | undefined
  /** Sent with the answer, unless that is a refusal. A life of 0 seconds takes the cookie away. */
  readonly setCookie: (name: string, value: string, options: CookieOptions) => void
  /** Only where the route asks for its `rawBody`. */
  readonly raw?: RawRequest
  /** Only where the route asks to `streamBody`; undefined when there is no body. */
  readonly upload?: Readable | undefined
}

/** A request as it came, for routes that must check a signature over its bytes. */
export interface RawRequest {
  readonly body: Uint8Array
  readonly header: (name: string) => string | undefined
}

export interface Input<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
}

export interface RateLimit {
  readonly perMinute: number
}

/** A protocol with forms of its own: the type of what it sends, and what a refusal looks like in it. */
export interface Dialect {
  readonly contentType: string
  readonly refuse: (problem: Problem) => { readonly status: number; readonly body: object }
  readonly tag: (version: string) => string
}

interface Common<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema> {
  readonly method: Method
  /** Below `/api`, nouns: `/orders/:id/cancellation`. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly permission: Permission
  readonly own: Own
  readonly withinScope?: WithinScope
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly response: R
  /** Success status; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204
  /** The response's field that becomes its ETag (`version`). */
  readonly etag?: string
  readonly rateLimit?: RateLimit
  readonly bodyLimitBytes?: number
  /** The body is handed over as bytes (`call.raw`), of whatever type and unparsed: what is signed is the bytes. */
  readonly rawBody?: boolean
  /** The body is handed over as it arrives (`call.upload`), unparsed and uncounted: who takes it stops at its own limit. */
  readonly streamBody?: boolean
  /** The answer is a FileAnswer, sent as a download. */
  readonly sendsFile?: boolean
  /** Where it is not the house's own JSON. */
  readonly dialect?: Dialect
}

export interface CommandRoute<
  P extends TSchema = TObject,
  Q extends TSchema = TObject,
  B extends TSchema = TObject,
  R extends TSchema = TSchema,
> extends Common<P, Q, B, R> {
  /** Creating operations accept `Idempotency-Key`: one effect, the same answer, another body refused. */
  readonly idempotent?: boolean
  readonly command: (
    ctx: Context,
    input: Input<Static<P>, Static<Q>, Static<B>>,
    call: Call,
  ) => Promise<Result<Static<R>>>
}

/** A route as the server mounts it, its types already checked where it was declared. */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description?: string | undefined
  readonly permission: Permission
  readonly own: Own
  readonly withinScope?: WithinScope | undefined
  readonly params?: TSchema | undefined
  readonly query?: TSchema | undefined
  readonly body?: TSchema | undefined
  readonly response: TSchema
  readonly status: 200 | 201 | 202 | 204
  readonly etag?: string | undefined
  readonly rateLimit?: RateLimit | undefined
  readonly bodyLimitBytes?: number | undefined
  readonly rawBody?: boolean | undefined
  readonly streamBody?: boolean | undefined
  readonly sendsFile?: boolean | undefined
  readonly dialect?: Dialect | undefined
  readonly idempotent: boolean
  readonly command?: (ctx: Context, input: Input<never, never, never>, call: Call) => Promise<Result<unknown>>
  readonly answer?: (call: Call, input: Input<never, never, never>) => Promise<Result<unknown>>
  /** Of an operation of several transactions that can be held: the one that changes something, to be tried and rolled back. */
  readonly rehearse?: Route['command']
}

/** Changes something: runs in one transaction with a context; a refusal rolls back. */
export function command<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema>(
  spec: CommandRoute<P, Q, B, R>,
): Route {
  return {
    ...spec,
    status: spec.status ?? 200,
    idempotent: spec.idempotent ?? false,
    command: spec.command as Route['command'],
  }
}

/** Only reads: no transaction. */
export function query<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema>(
  spec: Common<P, Q, B, R> & {
    readonly answer: (call: Call, input: Input<Static<P>, Static<Q>, Static<B>>) => Promise<Result<Static<R>>>
    readonly rehearse?: (
      ctx: Context,
      input: Input<Static<P>, Static<Q>, Static<B>>,
      call: Call,
    ) => Promise<Result<unknown>>
  },
): Route {
  const { answer, rehearse, ...rest } = spec
  return {
    ...rest,
    status: spec.status ?? 200,
    idempotent: false,
    answer: answer as Route['answer'],
    ...(rehearse ? { rehearse: rehearse as Route['command'] } : {}),
  }
}

/**
 * Changes something in more than one transaction, with a stranger's service asked between them (never inside one). Must be
 * harmless when it is called twice or ends halfway: each step records what the next one needs.
 */
export const steps: typeof query = query
