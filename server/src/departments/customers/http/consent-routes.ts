import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { CONSENT_STATES, CONSENT_WAYS, consentsList } from '../queries/consents-list.ts'
import { listConsentsOf } from '../queries/consents-of.ts'
import { listPurposeChoices } from '../queries/purposes.ts'
import { CONSENT_CHANNELS } from '../queries/purposes-list.ts'
import { takeDownConsent } from '../use-cases/take-down-consent.ts'

const stateSchema = Type.Enum([...CONSENT_STATES], {
  description:
    '`claimed`: somebody agreed for an address that they had not proved to be theirs; it counts for nothing.',
})

const recordSchema = Type.Object({
  number: Type.Integer(),
  act: stateSchema,
  at: instantSchema,
  how: Type.Enum([...CONSENT_WAYS]),
  wording: Type.Integer(),
  text: Type.String({ description: 'The very words, in the language in which they were read.' }),
  proof: nullable(
    Type.String({ description: 'Number of the order with which it was given, or where staff were told.' }),
  ),
  network: nullable(Type.String({ description: 'From which it came, never the machine.' })),
  by: Type.String(),
  reason: nullable(Type.String()),
})

const consentSchema = Type.Object({
  purpose: Type.String({ description: 'Its code.' }),
  name: Type.String(),
  channel: Type.Enum([...CONSENT_CHANNELS]),
  retired: Type.Boolean(),
  softOptIn: Type.Boolean(),
  state: nullable(stateSchema),
  records: Type.Array(recordSchema, { description: 'The newest first, 50 at most.' }),
})

const rowSchema = Type.Object({
  id: idSchema,
  customerId: idSchema,
  name: Type.String(),
  email: Type.String(),
  purposeId: idSchema,
  purpose: Type.String(),
  state: Type.String(),
  since: instantSchema,
  how: Type.String(),
  wording: Type.Integer(),
  proof: nullable(Type.String()),
})

/** Who agreed to what, and what a person of the shop was told. */
export const consentRoutes: readonly Route[] = [
  ...listRoutes(consentsList, {
    path: '/consents',
    permission: 'customers:export-consents',
    summary: 'Who agreed to what, and who said no, the latest first',
    item: rowSchema,
    choices: {
      purposeId: async ({ house, locale }) => listPurposeChoices(house.database, locale),
    },
  }),
  query({
    method: 'GET',
    path: '/customers/:id/consents',
    operationId: 'listConsentsOfCustomer',
    summary: 'Every purpose with what a customer said about it, and when, how and in which words',
    permission: 'customers:read',
    own: 'any',
    params: idParams,
    response: Type.Object({ items: Type.Array(consentSchema) }),
    answer: async ({ house, locale }, { params }) => {
      const items = await listConsentsOf(house.database, params.id, locale)
      return ok({ items: items.map((one) => ({ ...one, records: [...one.records] })) })
    },
  }),
  command({
    method: 'POST',
    path: '/customers/:id/consents',
    operationId: 'recordConsentOfCustomer',
    summary: 'Take down what a customer told a person of the shop: that they agree, or that they want no more of it',
    permission: 'customers:record-consents',
    own: 'any',
    idempotent: true,
    status: 201,
    params: idParams,
    body: Type.Object(
      {
        purpose: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }),
        give: Type.Boolean(),
        source: Type.String({
          minLength: 1,
          maxLength: 200,
          pattern: '\\S',
          description: 'Where they said it: a call, a letter, a form.',
        }),
        reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ state: nullable(stateSchema) }, { description: 'Null: it was so already.' }),
    command: (ctx, { params, body }, { locale }) => takeDownConsent(ctx, { customerId: params.id, ...body, locale }),
  }),
]
