/** Values that a JSON schema takes: what a well-meaning caller would send. */
import type { Route } from '../../server/src/host/http/route.ts'

type TSchema = NonNullable<Route['body']>
type Schema = Readonly<Record<string, unknown>>

const formats: Readonly<Record<string, string>> = {
  uuid: '01920000-0000-7000-8000-000000000001',
  'date-time': '2026-11-22T10:00:00.000Z',
  date: '2026-11-22',
  email: 'mirandolina@locanda.example',
  uri: 'https://shop.example/',
}

/** A pattern cannot be turned round; each new one gets an example here. */
const patterns: Readonly<Record<string, string>> = {
  '^[A-Z]{2}$': 'IT',
  '^[A-Z]{3}$': 'EUR',
  '^(en|it|es|id)$': 'it',
  '\\S': 'sample',
  '^[a-z0-9_]{1,40}$': 'sample',
  '^[a-z0-9][a-z0-9_-]{0,39}$': 'sample',
  '^[a-z][a-z0-9/-]{0,59}$': 'sample',
  '^[a-z][a-z_-]{0,39}$': 'sample',
  '^/[A-Za-z0-9_.-][A-Za-z0-9/_.-]{0,199}$': '/sample',
  '\\S\\s*\\S': 'sample',
  '^[A-Z0-9][A-Z0-9_-]{0,39}$': 'SAMPLE',
  '^\\d{1,3}(\\.\\d{1,4})?$': '10',
  '^[a-z][a-z-]*\\.[a-z][a-z0-9_]*$': 'orders.cancel',
  '^[a-z0-9_-]{1,60}$': 'sample',
  '^[a-z][a-z0-9_]{0,39}$': 'sample',
  '^([01][0-9]|2[0-3]):[0-5][0-9]$': '09:30',
  '^[a-z][a-z0-9_-]{0,39}$': 'sample',
  '^[a-z][a-z0-9_]{0,19}$': 'sample',
  '^\\d{1,12}(\\.\\d{1,8})?$': '0.0345',
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$': '2026-12-01T00:00:00',
  '^-?\\d{1,4}(\\.\\d{1,4})?$': '-10',
  '^[1-9][0-9]{0,11}$': '100001',
  '^[0-9]{1,3}$': '7',
  '^(staff|unit|role):[a-z0-9_-]{1,60}$': 'role:owner',
}

/** Bodies whose rules no schema can say, so that a call gets past the first look at its input. */
const bodies: Readonly<Record<string, unknown>> = {
  placeOrder: {
    email: 'mirandolina@locanda.example',
    address: {
      name: 'Mirandolina',
      street: 'Calle del Forno 7',
      postcode: '30121',
      city: 'Venezia',
      region: 'VE',
      country: 'IT',
    },
    deliveryMethod: 'standard',
    acceptedTotal: { amount: 2_080, currency: 'EUR' },
  },
}

export function sampleBody(operationId: string, schema: TSchema): unknown {
  return bodies[operationId] ?? sampleOf(schema)
}

/** The smallest value that `schema` takes; optional parts are left out unless `whole` asks for them. */
export function sampleOf(schema: TSchema, { whole = false } = {}): unknown {
  const known = schema as Schema
  if ('const' in known) return known['const']
  if ('enum' in known) return (known['enum'] as unknown[])[0]
  if ('examples' in known) return (known['examples'] as unknown[])[0]
  if ('anyOf' in known) return sampleOf((known['anyOf'] as TSchema[])[0] ?? {}, { whole })
  switch (known['type']) {
    case 'object':
      return sampleObject(known, whole)
    case 'array':
      return Array.from({ length: Math.max(whole ? 1 : 0, Number(known['minItems'] ?? 0)) }, () =>
        sampleOf((known['items'] ?? {}) as TSchema, { whole }),
      )
    case 'string':
      return sampleText(known)
    case 'integer':
    case 'number':
      return Math.max(1, Number(known['minimum'] ?? 1))
    case 'boolean':
      return true
    default:
      return null
  }
}

function sampleObject(schema: Schema, whole: boolean): Record<string, unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, TSchema>
  const required = new Set((schema['required'] ?? []) as string[])
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => whole || required.has(name))
      .map(([name, property]) => [name, sampleOf(property, { whole })]),
  )
}

function sampleText(schema: Schema): string {
  const { format, pattern, minLength = 0 } = schema as { format?: string; pattern?: string; minLength?: number }
  if (format !== undefined) return formats[format] ?? unknown('format', format)
  const text = pattern === undefined ? 'sample' : (patterns[pattern] ?? unknown('pattern', pattern))
  return text.padEnd(minLength, 'x')
}

function unknown(what: string, name: string): never {
  throw new Error(`tests/coverage/sample.ts has no example for the ${what} ${name}: give it one.`)
}
