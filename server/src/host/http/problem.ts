import type { FastifyReply } from 'fastify'
import type { Refusal } from '../../kernel/result.ts'
import type { Translate } from '../i18n/translate.ts'

/** RFC 9457 problem details, with the house's own members: code, field, remedy, requestId. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly remedy: string
  readonly field?: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly errors?: readonly { code: string; field?: string; detail: string; remedy: string; params?: object }[]
  readonly requestId: string
}

// i18n-dynamic: refusals.*
/** Message keys of a refusal: `<department>.refusals.<code>.title` and `.remedy`. */
export function refusalKey(code: string): string {
  const [department, name] = code.split('.')
  return `${department}.refusals.${name}`
}

/** Messages that select by the broken rule have words for none, too. */
const noRule = { rule: 'other', limit: 0 }

export function problemOf(refusal: Refusal, translate: Translate, requestId: string): Problem {
  const key = refusalKey(refusal.code)
  const title = translate(`${key}.title`, { ...noRule, ...refusal.params })
  return {
    type: `/errors#${refusal.code}`,
    title,
    status: refusal.status,
    code: refusal.code,
    detail: title,
    remedy: translate(`${key}.remedy`, refusal.params),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.params === undefined ? {} : { params: refusal.params }),
    ...(refusal.others === undefined ? {} : { errors: refusal.others.map((other) => errorOf(other, translate)) }),
    requestId,
  }
}

function errorOf(refusal: Refusal, translate: Translate) {
  const key = refusalKey(refusal.code)
  return {
    code: refusal.code,
    detail: translate(`${key}.title`, { ...noRule, ...refusal.params }),
    remedy: translate(`${key}.remedy`, refusal.params),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.params === undefined ? {} : { params: refusal.params }),
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)
}
