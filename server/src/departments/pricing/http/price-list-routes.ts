import { Type, type Static } from 'typebox'
import type { House } from '../../../host/context.ts'
import { decodeCursor, pageOf, pageQuery, toPage } from '../../../host/http/pagination.ts'
import { problemOf } from '../../../host/http/problem.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import {
  currencySchema,
  idParams,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
  textsSchema,
} from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import type { PriceListDraft } from '../domain/price-lists/price-list-draft.ts'
import { getPriceList, needPriceList } from '../queries/get-price-list.ts'
import { priceListsList } from '../queries/price-lists-list.ts'
import { listPricesOf, type PriceOfList } from '../queries/prices-of-list.ts'
import { activatePriceList, withdrawPriceList } from '../use-cases/activate-price-list.ts'
import type { SavingPriceList } from '../use-cases/place-price-list.ts'
import { priceListChoices } from '../use-cases/price-list-choices.ts'
import { changePriceList, createPriceList } from '../use-cases/save-price-list.ts'
import { previewListPrices, setListPrices, type WeighedWish } from '../use-cases/set-list-prices.ts'
import { derivationSchema, finePriceSchema, quantitySchema } from './price-list-schemas.ts'

const closed = { additionalProperties: false }
const codes = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 100 })
const localTime = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$',
  description: 'By the clock of `zone`: `2026-12-01T00:00:00`.',
})

const draftFields = {
  code: Type.String({ pattern: '^[A-Z0-9][A-Z0-9_-]{0,39}$', description: "The shop's own word for it; unique." }),
  names: textsSchema,
  currency: currencySchema,
  priority: Type.Integer({ minimum: -1000, maximum: 1000, description: 'Of two lists the higher gives the price.' }),
  markets: codes,
  channels: codes,
  groups: codes,
  companies: codes,
  announced: Type.Boolean({ description: 'The usual price is shown struck through: an announced reduction.' }),
  zone: Type.String({ maxLength: 60, description: 'IANA name: by whose clock it begins and ends.' }),
  begins: nullable(localTime),
  ends: nullable(localTime),
  derivation: nullable(derivationSchema),
}
/** Code and name may be left to be written while the list is looked at. */
const draftSchema = Type.Object(draftFields, closed)

const priceListSchema = Type.Object({
  id: idSchema,
  version: Type.Integer(),
  state: Type.String({ description: 'draft, planned, running or ended' }),
  ...draftFields,
  names: Type.Record(Type.String(), Type.String()),
  derivation: nullable(
    Type.Object({
      ...derivationSchema.properties,
      names: nullable(
        Type.Record(Type.String(), Type.String(), { description: 'Of the list that it is derived from.' }),
      ),
    }),
  ),
  beginsAt: nullable(instantSchema),
  endsAt: nullable(instantSchema),
  prices: Type.Integer({ description: 'How many it has of its own.' }),
  isBase: Type.Boolean({ description: 'Others are derived from it.' }),
})

const summarySchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  name: Type.String(),
  state: Type.String(),
  currency: Type.String(),
  markets: Type.String(),
  priority: Type.Integer(),
  derived: Type.Boolean(),
  prices: Type.Integer(),
  zone: Type.String({ description: 'IANA zone by whose clock it begins and ends.' }),
  beginsAt: nullable(instantSchema),
  endsAt: nullable(instantSchema),
  createdAt: instantSchema,
})

const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })
const pricesBody = Type.Object(
  {
    prices: Type.Array(
      Type.Object(
        {
          sku: Type.String({ minLength: 1, maxLength: 100 }),
          from: quantitySchema,
          price: Type.Union([finePriceSchema, Type.Null()], { description: 'Null takes it out of the list.' }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 2_000 },
    ),
  },
  closed,
)

const priceOfListSchema = Type.Object({
  variantId: idSchema,
  productId: idSchema,
  sku: Type.String(),
  name: Type.String(),
  options: Type.String(),
  from: Type.Integer(),
  price: Type.String(),
  usual: nullable(moneySchema),
  since: instantSchema,
})

const previewSchema = Type.Object({
  sku: Type.String(),
  name: Type.String(),
  options: Type.String(),
  from: Type.Integer(),
  before: nullable(Type.String()),
  after: nullable(Type.String()),
  usual: nullable(moneySchema),
  problem: nullable(Type.String({ description: 'Why it cannot be set, in the language asked for.' })),
})

const nonethelessSchema = Type.Optional(
  Type.String({ maxLength: 300, description: 'Why it holds although it collides with other plans.' }),
)

function toDraft({ names, ...rest }: Static<typeof draftSchema>): PriceListDraft {
  const said = Object.entries(names).filter((entry): entry is [string, string] => !!entry[1])
  return { ...rest, names: Object.fromEntries(said) }
}

function saving({ ports }: Pick<House, 'ports'>, nonetheless: string | undefined): SavingPriceList {
  return { plans: ports?.plans ?? { sources: [], rules: [] }, nonetheless }
}

export const priceListRoutes: readonly Route[] = [
  ...listRoutes(priceListsList, {
    path: '/price-lists',
    permission: 'pricing:read',
    summary: 'Price lists, the newest first',
    item: summarySchema,
  }),
  query({
    method: 'GET',
    path: '/price-list-choices',
    operationId: 'getPriceListChoices',
    summary: 'What a price list can be narrowed to, and derived from',
    permission: 'pricing:read',
    own: 'any',
    response: Type.Object({
      markets: Type.Array(Type.Object({ code: Type.String(), currency: Type.String(), timeZone: Type.String() })),
      channels: Type.Array(Type.String()),
      groups: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }), {
        description: 'Groups of customers.',
      }),
      companies: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
      bases: Type.Array(Type.Object({ id: idSchema, name: Type.String(), currency: Type.String() })),
    }),
    answer: async ({ house, locale }) => ok(await priceListChoices(house.database, locale)),
  }),
  query({
    method: 'GET',
    path: '/price-lists/:id',
    operationId: 'getPriceList',
    summary: 'One price list, without its prices',
    permission: 'pricing:read',
    own: 'any',
    params: idParams,
    response: priceListSchema,
    etag: 'version',
    answer: ({ house }, { params }) => getPriceList(house.database, params.id),
  }),
  command({
    method: 'POST',
    path: '/price-lists',
    operationId: 'createPriceList',
    summary: 'Make a price list; it holds once it is activated',
    permission: 'pricing:write',
    own: 'any',
    idempotent: true,
    status: 201,
    body: draftSchema,
    response: savedSchema,
    command: (ctx, { body }) => createPriceList(ctx, toDraft(body)),
  }),
  command({
    method: 'PUT',
    path: '/price-lists/:id',
    operationId: 'changePriceList',
    summary: 'Change a price list: an active one at once',
    permission: 'pricing:write',
    own: 'any',
    params: idParams,
    body: Type.Object({ ...draftFields, nonetheless: nonethelessSchema }, closed),
    response: savedSchema,
    etag: 'version',
    command: (ctx, { params, body: { nonetheless, ...body } }, { house, ifMatch }) =>
      changePriceList(ctx, { id: params.id, wish: toDraft(body), version: ifMatch }, saving(house, nonetheless)),
  }),
  command({
    method: 'PUT',
    path: '/price-lists/:id/activation',
    operationId: 'activatePriceList',
    summary: 'Let a price list hold: at once, or from its first instant on',
    permission: 'pricing:write',
    own: 'any',
    params: idParams,
    body: Type.Object({ nonetheless: nonethelessSchema }, closed),
    response: savedSchema,
    command: (ctx, { params, body }, { house }) => activatePriceList(ctx, params, saving(house, body.nonetheless)),
  }),
  command({
    method: 'DELETE',
    path: '/price-lists/:id/activation',
    operationId: 'withdrawPriceList',
    summary: 'Stop a price list at once',
    permission: 'pricing:write',
    own: 'any',
    params: idParams,
    response: savedSchema,
    command: (ctx, { params }, { house }) => withdrawPriceList(ctx, params, saving(house, undefined)),
  }),
  query({
    method: 'GET',
    path: '/price-lists/:id/prices',
    operationId: 'listPricesOfList',
    summary: "A list's own prices, those that were written last first",
    permission: 'pricing:read',
    own: 'any',
    params: idParams,
    query: Type.Object({
      ...pageQuery,
      search: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a SKU or GTIN.' })),
    }),
    response: pageOf(priceOfListSchema),
    answer: async ({ house, locale }, { params, query: { after, search, limit = 50 } }) => {
      const found = await needPriceList(house.database, params.id)
      if (!found.ok) return found
      const list = found.value
      const cursor = decodeCursor(after, ['instant', 'id', 'integer'])
      if (!cursor.ok) return cursor
      const which = { listId: list.id, currency: list.currency, locale, search, after: cursor.value, limit: limit + 1 }
      const rows = await listPricesOf(house.database, which)
      return ok(
        toPage(
          rows,
          limit,
          (row) => presentPrice(row, list.currency),
          ({ since_key, variant_id, from_quantity }) => [since_key, variant_id, String(from_quantity)],
        ),
      )
    },
  }),
  query({
    method: 'POST',
    path: '/price-lists/:id/price-previews',
    operationId: 'previewListPrices',
    summary: 'What setting these prices would change; nothing is saved',
    permission: 'pricing:read',
    own: 'any',
    params: idParams,
    body: pricesBody,
    response: Type.Object({ currency: Type.String(), items: Type.Array(previewSchema) }),
    answer: async ({ house, locale, requestId }, { params, body }) => {
      const previewed = await previewListPrices(house.database, { id: params.id, prices: body.prices, locale })
      if (!previewed.ok) return previewed
      const { currency, wishes } = previewed.value
      const t = house.translations.for(locale)
      const told = (problem: WeighedWish['problem']) => problem && problemOf(problem, t, requestId).title
      return ok({ currency, items: wishes.map((one) => presentWish(one, currency, told)) })
    },
  }),
  command({
    method: 'PUT',
    path: '/price-lists/:id/prices',
    operationId: 'setListPrices',
    summary: 'Set prices of a list, all or none',
    permission: 'pricing:write',
    own: 'any',
    idempotent: true,
    params: idParams,
    body: pricesBody,
    response: Type.Object({ id: idSchema, version: Type.Integer(), changed: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      setListPrices(ctx, { id: params.id, prices: body.prices, version: ifMatch }),
  }),
]

const moneyOf = (amount: bigint | null | undefined, currency: string) =>
  amount === null || amount === undefined ? null : { amount: Number(amount), currency }

function presentPrice(row: PriceOfList, currency: string) {
  return {
    variantId: row.variant_id,
    productId: row.product_id,
    sku: row.sku,
    name: row.name,
    options: row.options ?? '',
    from: row.from_quantity,
    price: row.price,
    usual: moneyOf(row.usual, currency),
    since: row.since.toISOString(),
  }
}

function presentWish(
  { wish, good, texts, problem }: WeighedWish,
  currency: string,
  told: (problem: WeighedWish['problem']) => string | undefined,
) {
  return {
    sku: wish.sku,
    name: good?.name ?? '',
    options: good?.options ?? '',
    from: wish.from,
    before: texts.before,
    after: texts.after,
    usual: moneyOf(good?.usual, currency),
    problem: told(problem) ?? null,
  }
}
