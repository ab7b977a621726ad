import swagger from '@fastify/swagger'
import Fastify from 'fastify'
import { moneySchema, allowedActionSchema, textsSchema } from './schemas.ts'
import type { Route } from './route.ts'

export interface ApiDescription {
  readonly title: string
  readonly version: string
  readonly server: string
  /** Routes by the department that declares them; its name is their tag. */
  readonly sections: readonly { readonly name: string; readonly routes: readonly Route[] }[]
  /** What the house itself sends to addresses outside. */
  readonly webhooks?: readonly WebhookDescription[]
}

export interface WebhookDescription {
  readonly kind: string
  readonly summary: string
  readonly permission: string
  readonly schema: unknown
}

type Json = { [key: string]: unknown }

/** Schemas that many operations share: written once under components, referred to everywhere. */
const shared: Readonly<Record<string, unknown>> = {
  Money: moneySchema,
  Texts: textsSchema,
  AllowedAction: allowedActionSchema,
}

/**
 * The OpenAPI 3.1 document of these routes. It is made from the very objects that the server mounts, so it cannot say what
 * the server does not do; paths, parameters and bodies by @fastify/swagger, policies and answers from the routes.
 */
export async function describeApi(description: ApiDescription): Promise<Json> {
  const raw = await pathsOf(description)
  const byId = new Map(description.sections.flatMap(({ routes }) => routes).map((route) => [route.operationId, route]))
  for (const path of Object.values(raw['paths'] as Json)) {
    for (const operation of Object.values(path as Json) as Json[]) {
      const route = byId.get(String(operation['operationId']))
      if (route) complete(operation, route)
    }
  }
  const components = {
    schemas: { ...shared, Problem: problemSchema },
    responses: { Problem: problemResponse },
    securitySchemes,
  }
  const told = JSON.parse(JSON.stringify(webhooksOf(description.webhooks ?? []))) as Json
  return {
    ...(withReferences(raw, canonicalShared()) as Json),
    ...(description.webhooks ? { webhooks: withReferences(told, canonicalShared()) } : {}),
    components: JSON.parse(JSON.stringify(components)) as Json,
  }
}

/** Signed by Standard Webhooks: any 2xx within 15 seconds means that it was taken. */
function webhooksOf(webhooks: readonly WebhookDescription[]): Json {
  const signed = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
    ...{ in: 'header', name, required: true, schema: { type: 'string' } },
  }))
  return Object.fromEntries(
    webhooks.map(({ kind, summary, permission, schema }) => [
      kind,
      {
        post: {
          summary,
          'x-permission': permission,
          parameters: signed,
          requestBody: { required: true, content: { 'application/json': { schema } } },
          responses: { '2XX': { description: 'Taken.' }, '410': { description: 'Gone: told nothing any more.' } },
        },
      },
    ]),
  )
}

async function pathsOf({ title, version, server, sections }: ApiDescription): Promise<Json> {
  const app = Fastify({ logger: false, routerOptions: { maxParamLength: 300 } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, version, description: INTRODUCTION, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: server }],
      tags: sections.filter(({ routes }) => routes.length > 0).map(({ name }) => ({ name })),
    },
  })
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => () => '')
  for (const { name, routes } of sections) for (const route of routes) declare(app, name, route)
  await app.ready()
  const document = JSON.parse(JSON.stringify(app.swagger())) as Json
  await app.close()
  return document
}

function declare(app: ReturnType<typeof Fastify>, tag: string, route: Route): void {
  const { params, query, body, status, response, description } = route
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    schema: {
      operationId: route.operationId,
      summary: route.summary,
      tags: [tag],
      ...(description === undefined ? {} : { description }),
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      response: { [status]: status === 204 ? { type: 'null', description: 'Done; no content.' } : response },
    },
    handler: () => undefined,
  })
}

function complete(operation: Json, route: Route): void {
  operation['x-permission'] = route.permission
  operation['x-own'] = route.own
  operation['security'] = securityOf(route)
  const headers = headersOf(route)
  if (headers.length > 0) operation['parameters'] = [...((operation['parameters'] ?? []) as Json[]), ...headers]
  const responses = operation['responses'] as Json
  const success = responses[String(route.status)] as Json
  if (success['description'] === 'Default Response') success['description'] = route.status === 201 ? 'Made.' : 'Done.'
  if (route.etag !== undefined)
    success['headers'] = { ETag: { schema: { type: 'string' }, description: 'The version.' } }
  for (const status of problemsOf(route)) responses[status] = { $ref: '#/components/responses/Problem' }
}

function securityOf({ permission, own }: Route): Json[] {
  if (permission !== 'public') return [{ staffSession: [] }, { bearer: [] }]
  if (own === 'self') return [{ customerSession: [] }, { bearer: [] }]
  if (own === 'basket') return [{ basketToken: [] }, { basketCookie: [] }]
  return []
}

function headersOf(route: Route): Json[] {
  const headers: Json[] = []
  if (route.idempotent)
    headers.push(header('Idempotency-Key', 'One effect for one key: asked again, the same answer comes back.', 255))
  if (route.etag !== undefined && route.method !== 'GET')
    headers.push(header('If-Match', 'The ETag that was read; refused with 409 when the record changed since.', 20))
  if (route.etag !== undefined && route.method === 'GET')
    headers.push(header('If-None-Match', 'The ETag at hand; answered with 304 when it is still right.', 200))
  return headers
}

function header(name: string, description: string, maxLength: number): Json {
  return { in: 'header', name, description, required: false, schema: { type: 'string', maxLength } }
}

/** Statuses that the server itself may refuse with, and `4XX` for the department's own refusals. */
function problemsOf(route: Route): string[] {
  const guarded = route.permission !== 'public' || route.own === 'self'
  return [
    ...(guarded ? ['401', '403'] : []),
    ...(route.params || route.query || route.body ? ['422'] : []),
    ...(route.rateLimit ? ['429'] : []),
    '4XX',
    '5XX',
  ]
}

const INTRODUCTION = `Everything that storefront and back office do goes through these operations.

Amounts are whole minor units with their ISO 4217 currency. Instants are RFC 3339 in UTC. Lists are read page by page: \`after\` is the \`nextCursor\` of the page before. Refusals are problem details (RFC 9457) with a stable \`code\` and a \`remedy\`; /errors lists them all. \`x-permission\` is what a caller needs, \`x-own\` whose rows an operation may touch.

What a rule of approval holds is answered with 202 and \`{held: {id, act, rule, approvers, title, remedy}}\` in place of the operation’s own answer, whatever that is: nothing has changed yet, and the request lies at the address in Location. The same Idempotency-Key is told the same.`

const securitySchemes: Json = {
  staffSession: { type: 'apiKey', in: 'cookie', name: 'fondaco_staff', description: 'Set by POST /api/session.' },
  customerSession: {
    type: 'apiKey',
    in: 'cookie',
    name: 'fondaco_customer',
    description: 'Set when a customer signs in.',
  },
  bearer: { type: 'http', scheme: 'bearer', description: 'The same token in a header, for programs.' },
  basketToken: { type: 'apiKey', in: 'header', name: 'Basket-Token', description: 'Given when the basket was made.' },
  basketCookie: { type: 'apiKey', in: 'cookie', name: 'fondaco_basket', description: 'The same token, for browsers.' },
}

const text = (description: string): Json => ({ type: 'string', description })
const problemMembers: Json = {
  code: text('`department.reason`: stable, for programs.'),
  detail: text('What is wrong, in the language of the request.'),
  field: text('Dotted path of the input at fault.'),
  params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
}

const problemSchema: Json = {
  type: 'object',
  description: 'Problem details, RFC 9457.',
  required: ['type', 'title', 'status', 'code', 'detail', 'remedy', 'requestId'],
  properties: {
    type: text('Where the refusal is explained.'),
    title: text('What is wrong, in the language of the request.'),
    status: { type: 'integer' },
    ...problemMembers,
    remedy: text('What to do about it.'),
    errors: { type: 'array', items: { type: 'object', required: ['code', 'detail'], properties: problemMembers } },
    requestId: text('Names this request in the logs.'),
  },
}

const problemResponse: Json = {
  description: 'Refused, or out of order.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function canonicalShared(): Map<string, string> {
  return new Map(Object.entries(shared).map(([name, schema]) => [canonical(JSON.parse(JSON.stringify(schema))), name]))
}

/** The same document with each copy of a shared schema replaced by a reference to it. */
function withReferences(node: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((item) => withReferences(item, names))
  if (typeof node !== 'object' || node === null) return node
  const name = 'type' in node ? names.get(canonical(node)) : undefined
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withReferences(value, names)]))
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
