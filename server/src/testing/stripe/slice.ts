/**
 * What our calls are held to: the part of Stripe's own description of its API (github.com/stripe/openapi, MIT) that they touch. It is
 * cut out by this function alone, so that a test can cut it out of the whole document again and compare.
 *
 * Kept are the operations of `OPERATIONS` with their parameters, and the objects of `OBJECTS` with all fields; an object that is only mentioned
 * inside of these may hold anything. Descriptions go. What is unknown in a form is refused, at every depth, as Stripe refuses it.
 */
const OPERATIONS = [
  ['post', '/v1/checkout/sessions'],
  ['get', '/v1/checkout/sessions'],
  ['get', '/v1/checkout/sessions/{session}'],
  ['post', '/v1/checkout/sessions/{session}/expire'],
  ['get', '/v1/payment_intents/{intent}'],
  ['get', '/v1/payment_intents/search'],
  ['post', '/v1/payment_intents/{intent}/capture'],
  ['post', '/v1/payment_intents/{intent}/cancel'],
  ['post', '/v1/refunds'],
  ['get', '/v1/refunds'],
  ['get', '/v1/events'],
  ['get', '/v1/payouts'],
  ['get', '/v1/balance_transactions'],
  ['get', '/v1/disputes'],
  ['get', '/v1/disputes/{dispute}'],
  ['post', '/v1/disputes/{dispute}'],
  ['post', '/v1/disputes/{dispute}/close'],
  ['post', '/v1/files'],
  ['post', '/v1/customers'],
  ['delete', '/v1/customers/{customer}'],
  ['post', '/v1/payment_intents'],
  ['post', '/v1/payment_methods/{payment_method}/detach'],
] as const

const OBJECTS = new Set([
  ...['checkout.session', 'payment_intent', 'charge', 'refund', 'balance_transaction', 'event', 'error', 'api_errors'],
  ...['payout', 'fee'],
  ...['dispute', 'dispute_evidence_details', 'file'],
  ...['customer', 'deleted_customer', 'setup_intent', 'payment_method', 'payment_method_card'],
  ...['notification_event_data', 'payment_method_details', 'payment_method_details_card'],
])

/** Fields of these that lead to what we never look at. */
const PASSED_OVER: Readonly<Record<string, (field: string) => boolean>> = {
  payment_method_details: (field) => field !== 'card' && field !== 'type',
  payment_method: (field) =>
    !['id', 'object', 'type', 'card', 'created', 'customer', 'livemode', 'metadata', 'billing_details'].includes(field),
}

export type Schema = { readonly [key: string]: unknown }

export interface Operation {
  readonly method: string
  readonly path: string
  readonly form: Schema
  readonly query: Schema
  readonly answer: Schema
}

export interface Slice {
  readonly version: string
  readonly operations: readonly Operation[]
  readonly objects: Readonly<Record<string, Schema>>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Schema
}

interface Described {
  readonly parameters?: readonly Parameter[]
  readonly requestBody: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
}

export interface StripeDocument {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export function sliceOf(document: StripeDocument): Slice {
  return {
    version: document.info.version,
    operations: OPERATIONS.map(([method, path]) => operationOf(document, method, path)),
    objects: Object.fromEntries([...OBJECTS].sort().map((name) => [name, objectOf(document, name)])),
  }
}

function operationOf(document: StripeDocument, method: string, path: string): Operation {
  const { parameters = [], requestBody, responses } = (document.paths[path] ?? {})[method] as Described
  const asked = parameters.filter((parameter) => parameter.in === 'query')
  return {
    method,
    path,
    form: closed(Object.values(requestBody.content)[0]?.schema ?? {}),
    query: closed({
      type: 'object',
      properties: Object.fromEntries(asked.map(({ name, schema }) => [name, schema])),
      required: asked.filter(({ required }) => required).map(({ name }) => name),
    }),
    answer: plain(responses['200']?.content['application/json']?.schema ?? {}) as Schema,
  }
}

function objectOf(document: StripeDocument, name: string): Schema {
  const schema = plain(document.components.schemas[name] ?? {}) as { properties?: Record<string, unknown> }
  const passed = PASSED_OVER[name]
  if (!passed || !schema.properties) return schema as Schema
  const kept = Object.entries(schema.properties).filter(([field]) => !passed(field))
  return { ...schema, properties: Object.fromEntries(kept) } as Schema
}

const NOISE = new Set(['description', 'title', 'format', 'nullable', 'example'])

/** OpenAPI 3.0 as JSON Schema: null among the types, references to what is kept, nothing that only people read. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain)
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref: ref } = schema as { $ref?: string }
  if (ref !== undefined) {
    const name = ref.split('/').at(-1) ?? ''
    return OBJECTS.has(name) ? { $ref: `#/objects/${name}` } : {}
  }
  const entries = Object.entries(schema).filter(([key, value]) => !(NOISE.has(key) && typeof value !== 'object'))
  const kept = entries
    .filter(([key]) => !key.startsWith('x-'))
    .map(([key, value]): [string, unknown] => [key, key === 'properties' ? fieldsOf(value) : plain(value)])
  const mapped = Object.fromEntries(kept)
  return (schema as { nullable?: boolean }).nullable === true ? { anyOf: [mapped, { type: 'null' }] } : mapped
}

/** Names of fields are no keywords: one may be called `description`. */
const fieldsOf = (properties: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties as object).map(([name, schema]) => [name, plain(schema)]))

/** A form, which refuses fields that it does not name. */
function closed(schema: Schema): Schema {
  return shut(plain(schema)) as Schema
}

function shut(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(shut)
  if (typeof schema !== 'object' || schema === null) return schema
  const each = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(Object.entries(value as object).map(([name, field]) => [name, shut(field)]))
        : shut(value),
    ]),
  )
  return 'properties' in each && each['additionalProperties'] === undefined
    ? { ...each, additionalProperties: false }
    : each
}
