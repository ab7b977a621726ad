import { Type } from 'typebox'
import { idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { DELIVERY_STATES, PUBLIC_KINDS, TEST_KIND } from '../queries/webhook-deliveries-list.ts'
import { WEBHOOK_STATES } from '../queries/webhooks-list.ts'
import { MOST_OVERLAP_HOURS } from '../use-cases/save-webhook.ts'

const oneOf = (words: readonly string[]) => Type.Union(words.map((word) => Type.Literal(word)))
const kind = oneOf(PUBLIC_KINDS)

const name = Type.String({ minLength: 1, maxLength: 80, description: 'What it is for; for people.' })
const address = Type.String({
  format: 'uri',
  maxLength: 500,
  description:
    'https, and on the public internet: addresses of private networks are refused, redirects are not followed.',
})
const kinds = Type.Array(kind, {
  minItems: 1,
  maxItems: PUBLIC_KINDS.length,
  description: 'Which facts it is told of.',
})

export const webhookToCreate = Type.Object({ name, address, kinds }, { additionalProperties: false })
export const webhookToChange = Type.Object(
  { name: Type.Optional(name), address: Type.Optional(address), kinds: Type.Optional(kinds) },
  { additionalProperties: false },
)

const line = {
  id: idSchema,
  name: Type.String(),
  address: Type.String(),
  kinds: Type.Array(kind),
  ownerId: idSchema,
  owner: nullable(Type.String({ description: 'Who answers for it: it is told what this person may see.' })),
  state: oneOf(WEBHOOK_STATES),
  createdAt: instantSchema,
}
export const webhookLineSchema = Type.Object({
  ...line,
  kindCount: Type.Integer(),
  lastCallAt: nullable(instantSchema),
})
export const webhookSchema = Type.Object({
  ...line,
  version: Type.Integer(),
  failingSince: nullable(instantSchema),
  pausedAt: nullable(instantSchema),
  cause: nullable(oneOf(['by_hand', 'failing', 'gone'])),
  lost: Type.Array(kind, { description: 'Chosen, and not told: its owner may not see such facts any more.' }),
  secrets: Type.Array(Type.Object({ createdAt: instantSchema, endsAt: nullable(instantSchema) }), {
    description: 'Those that sign now, the newest first; never the secrets themselves.',
  }),
})
export const secretSchema = Type.Object({
  id: idSchema,
  secret: Type.String({ description: 'Shown once: `whsec_` and base64, as libraries of Standard Webhooks take it.' }),
})
export const overlapBody = Type.Object(
  {
    overlapHours: Type.Integer({
      minimum: 0,
      maximum: MOST_OVERLAP_HOURS,
      description: 'For so long the old secret signs beside the new one.',
    }),
  },
  { additionalProperties: false },
)
export const sinceBody = Type.Object({ since: instantSchema }, { additionalProperties: false })
export const countSchema = Type.Object({ count: Type.Integer() })
export const versionSchema = Type.Object({ version: Type.Integer() })

const delivery = {
  id: idSchema,
  webhookId: idSchema,
  webhook: Type.String({ description: 'Its name.' }),
  eventId: idSchema,
  messageId: Type.String({ description: 'The `webhook-id` header: the receiver knows the message by it.' }),
  kind: oneOf([...PUBLIC_KINDS, TEST_KIND]),
  state: oneOf(DELIVERY_STATES),
  attempts: Type.Integer(),
  status: nullable(Type.Integer({ description: 'Of the last answer; null where nothing came back.' })),
  silence: nullable(
    Type.String({ description: 'Why nothing came back: `timeout`, `unreachable`, `address_refused`.' }),
  ),
  milliseconds: nullable(Type.Integer()),
  createdAt: instantSchema,
  dueAt: nullable(instantSchema),
}
export const deliveryLineSchema = Type.Object(delivery)
export const deliverySchema = Type.Object({
  ...delivery,
  body: nullable(Type.String({ description: 'What was sent; null for who may not see such facts.' })),
  tried: Type.Array(
    Type.Object({
      number: Type.Integer(),
      at: instantSchema,
      status: nullable(Type.Integer()),
      silence: nullable(Type.String()),
      said: Type.String({ description: 'What the receiver answered, up to 2,000 signs.' }),
      milliseconds: Type.Integer(),
    }),
    { description: 'The last 50 at most, the newest first.' },
  ),
})

export const publicKindsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      kind,
      summary: Type.String({ description: 'In the language of the request.' }),
      permission: Type.String({ description: 'Without it nobody can choose this kind.' }),
      mine: Type.Boolean({ description: 'Whether the caller has that permission.' }),
      schema: Type.Unknown({ description: 'JSON schema of the message, as in `webhooks` of the OpenAPI document.' }),
    }),
  ),
})
