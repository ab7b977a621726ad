import { Type } from 'typebox'
import { command, query, steps, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { moneyFromJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { paymentPlace } from '../queries/payment-place.ts'
import { CAPTURE_SHARES, listAccountViews, listCaptureRules } from '../queries/provider-accounts.ts'
import { captureByHand } from '../use-cases/capture-held.ts'
import { checkProviderAccount, keepProviderAccount, putCaptureRule } from '../use-cases/keep-provider-account.ts'

const providerParams = Type.Object({ provider: Type.String({ pattern: '^[a-z0-9_-]{1,60}$' }) })
const captureSchema = Type.Enum(['at_once', 'on_shipment'], {
  description: 'Whether the money is taken as soon as the shopper agrees, or held until goods go out.',
})
const shareSchema = Type.Enum([...CAPTURE_SHARES], {
  description:
    'Of what is held until goods go out: all of it with the first parcel, or with each parcel its share, where the provider and the card allow it.',
})

export const providerRoutes: readonly Route[] = [
  command({
    method: 'POST',
    path: '/payments/:id/captures',
    operationId: 'capturePayment',
    summary: 'Take what is held, or a part of it',
    description:
      'Without an amount all that the order owes. Wanted at once, asked of the provider by a job; a provider may let a hold be taken only once, and lets go of the rest.',
    permission: 'payments:capture',
    own: 'any',
    withinScope: paymentPlace,
    idempotent: true,
    status: 202,
    params: idParams,
    body: Type.Object({ amount: Type.Optional(moneySchema) }, { additionalProperties: false }),
    response: Type.Object({ captureId: idSchema }),
    command: (ctx, { params, body }) =>
      captureByHand(ctx, {
        paymentId: params.id,
        amount: body.amount === undefined ? undefined : moneyFromJson(body.amount),
      }),
  }),
  query({
    method: 'GET',
    path: '/payment-providers',
    operationId: 'listPaymentProviders',
    summary: 'Payment providers that the shop can have an account with, and what it has',
    permission: 'payments:write',
    own: 'any',
    withinScope: 'narrowed',
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          provider: Type.String(),
          enabled: Type.Boolean({
            description: 'Whether it is asked for new payments; those that it holds are followed in any case.',
          }),
          mode: nullable(Type.Enum(['test', 'live'], { description: 'Of its key; null without one.' })),
          keyEndsOn: Type.String({ description: 'The last letters of its key; empty without one.' }),
          webhookSecrets: Type.Integer({ description: 'How many are taken: two while one is being changed.' }),
          webhookUrl: Type.String({
            description: 'Where the provider tells its news: to be copied into its settings.',
          }),
          checkedAt: nullable(instantSchema),
          checkedAs: nullable(Type.String({ description: '`ok`, or what the provider said.' })),
          version: Type.Integer(),
        }),
      ),
    }),
    answer: async ({ house }) => {
      const webhooks = `${house.publicUrl}/api/payments/webhooks`
      const accounts = await listAccountViews(house.database)
      return ok({ items: accounts.map((account) => ({ ...account, webhookUrl: `${webhooks}/${account.provider}` })) })
    },
  }),
  command({
    method: 'PUT',
    path: '/payment-providers/:provider',
    operationId: 'putPaymentProvider',
    summary: 'The shop’s account with a payment provider (If-Match: version)',
    description:
      'Keys are kept sealed and never told; without them those that are there stay. A secret that is replaced is taken until the next one is.',
    permission: 'payments:write',
    own: 'any',
    params: providerParams,
    body: Type.Object(
      {
        enabled: Type.Boolean(),
        key: Type.Optional(Type.String({ maxLength: 300 })),
        webhookSecret: Type.Optional(Type.String({ maxLength: 300 })),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { house, ifMatch }) =>
      keepProviderAccount(ctx, { house, provider: params.provider, wish: body, version: ifMatch }),
  }),
  steps({
    method: 'POST',
    path: '/payment-providers/:provider/check',
    operationId: 'checkPaymentProvider',
    summary: 'Ask the provider for something harmless, and say whether it answers',
    permission: 'payments:write',
    own: 'any',
    rateLimit: { perMinute: 20 },
    params: providerParams,
    response: Type.Object({ checkedAs: Type.String({ description: '`ok`, or what the provider said.' }) }),
    answer: ({ house, actor }, { params }) => checkProviderAccount(house, params.provider, actor),
  }),
  query({
    method: 'GET',
    path: '/capture-rules',
    operationId: 'listCaptureRules',
    summary: 'When cards are charged, for each market',
    permission: 'payments:read',
    own: 'any',
    withinScope: 'narrowed',
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          market: Type.String(),
          captureOn: captureSchema,
          captureShare: shareSchema,
          version: Type.Integer(),
        }),
      ),
    }),
    answer: async ({ house }) => ok({ items: await listCaptureRules(house.database) }),
  }),
  command({
    method: 'PUT',
    path: '/capture-rules/:market',
    operationId: 'putCaptureRule',
    summary:
      'When the cards of a market are charged (If-Match: version); payments that were opened keep what was agreed',
    permission: 'payments:write',
    own: 'any',
    params: Type.Object({ market: Type.String({ maxLength: 60 }) }),
    body: Type.Object(
      { captureOn: captureSchema, captureShare: Type.Optional(shareSchema) },
      { additionalProperties: false },
    ),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putCaptureRule(
        ctx,
        {
          market: params.market,
          captureOn: body.captureOn,
          captureShare: body.captureOn === 'at_once' ? 'all_with_first' : (body.captureShare ?? 'all_with_first'),
        },
        ifMatch,
      ),
  }),
]
