import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { fixture } from '../../../../tests/fixtures/fixtures.ts'
import { withLaterFields } from './later-fields.ts'
import type { Operation, Schema, Slice } from './slice.ts'

/** One call as it came over the line: still forms and query strings. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly form: string
}

export interface KnownCall {
  readonly operation: Operation
  /** Of the path: the names of what is asked for. */
  readonly ids: readonly string[]
  readonly input: Readonly<Record<string, unknown>>
  /** What of Stripe's description it breaks; null where it keeps to it. */
  readonly breach: string | null
}

/** Holds calls and answers to Stripe's own description of them. */
export interface Contract {
  readonly slice: Slice
  read(call: Call): KnownCall | undefined
  /** What of its description an answer breaks. */
  breachOf(operation: Operation, answer: unknown): string | null
  breachOfObject(name: string, value: unknown): string | null
}

export const slicePath = fixture('stripe/api-slice.json').path

export function openContract(): Contract {
  const slice = withLaterFields(JSON.parse(readFileSync(slicePath, 'utf8')) as Slice)
  const strict = new Ajv({ strict: false, allErrors: false })
  const lenient = new Ajv({ strict: false, coerceTypes: true })
  for (const ajv of [strict, lenient]) ajv.addSchema({ $id: 'https://stripe.invalid/slice', objects: slice.objects })
  const within = (schema: Schema) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/objects/', '"https://stripe.invalid/slice#/objects/')) as Schema
  const compiled = new Map<string, ValidateFunction>()
  const compile = (key: string, ajv: Ajv, schema: Schema) => {
    const known = compiled.get(key) ?? ajv.compile(within(schema))
    compiled.set(key, known)
    return known
  }
  const said = (check: ValidateFunction) => JSON.stringify(check.errors?.[0] ?? null)

  return {
    slice,
    read({ method, path, query, form }) {
      for (const operation of literalFirst(slice.operations)) {
        const ids = operation.method === method.toLowerCase() ? match(operation.path, path) : undefined
        if (!ids) continue
        const [asked, sent] = [nested(query), nested(form)]
        const key = `${operation.method} ${operation.path}`
        const checks = [
          [compile(`${key} query`, lenient, operation.query), asked],
          [compile(`${key} form`, lenient, operation.form), sent],
        ] as const
        const broken = checks.find(([check, input]) => !check(input))
        const breach = broken ? `${key}: ${said(broken[0])}` : null
        return { operation, ids, input: { ...asked, ...sent }, breach }
      }
      return undefined
    },
    breachOf(operation, answer) {
      const check = compile(`${operation.method} ${operation.path} answer`, strict, operation.answer)
      return check(answer) ? null : said(check)
    },
    breachOfObject(name, value) {
      const check = compile(name, strict, { $ref: `#/objects/${name}` })
      return check(value) ? null : said(check)
    },
  }
}

/** `/payment_intents/search` before `/payment_intents/{intent}`. */
const literalFirst = (operations: readonly Operation[]) =>
  operations.toSorted((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))

function match(pattern: string, path: string): string[] | undefined {
  const found = new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(path)
  return found ? found.slice(1) : undefined
}

/** `a[b][0][c]=1` as `{a: {b: [{c: '1'}]}}`: how Stripe's forms say what is nested. */
function nested(text: string): Record<string, unknown> {
  const whole: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const [head = '', ...rest] = [...name.matchAll(/[^[\]]+/g)].map(([key]) => key)
    let at: Record<string, unknown> = whole
    const keys = [head, ...rest]
    for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>
    at[keys.at(-1) ?? ''] = value
  }
  return asLists(whole) as Record<string, unknown>
}

function asLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, asLists(each)])
  const numbered = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))
  return numbered ? entries.map(([, each]) => each) : Object.fromEntries(entries)
}
