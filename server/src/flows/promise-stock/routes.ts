import { Type } from 'typebox'
import { isWithin, scopeOf } from '../../host/actor.ts'
import { command, query, type Route } from '../../host/http/route.ts'
import { dateSchema, idSchema, moneySchema, nullable } from '../../host/http/schemas.ts'
import type { MoneyJson } from '../../kernel/money.ts'
import { ok } from '../../kernel/result.ts'
import { localDate } from '../../kernel/time.ts'
import { parsePercent, percentFromPpm, percentText } from '../../kernel/rate.ts'
import {
  ALL_TODAY,
  listPromises,
  PAYS_TODAY,
  PROMISE_KINDS,
  type PaidToday,
} from '../../departments/inventory/index.ts'
import { listMarkets } from '../../departments/organisation/index.ts'
import { promiseStock } from './promise-stock.ts'

const kindSchema = Type.Enum([...PROMISE_KINDS])
const paidTodaySchema = Type.Object(
  {
    kind: Type.Enum([...PAYS_TODAY]),
    percent: nullable(Type.String({ maxLength: 9, description: 'With `share`: of its price, from 1 to 99.' })),
    amount: nullable(Type.Object(moneySchema.properties, { description: 'With `amount`: for each piece.' })),
  },
  {
    additionalProperties: false,
    description: 'What is paid when it is ordered; the rest is asked for once it is there.',
  },
)

interface PaidTodayJson {
  readonly kind: PaidToday['kind']
  readonly percent: string | null
  readonly amount: MoneyJson | null
}

const paidTodayJson = ({ kind, sharePpm, amount, currency }: PaidToday): PaidTodayJson => ({
  kind,
  percent: sharePpm === null ? null : percentText(percentFromPpm(sharePpm)),
  amount: amount === null || currency === null ? null : { amount, currency },
})

/** A percentage that cannot be read is none, and refused as such. */
function paidTodayOf(json: PaidTodayJson | undefined): PaidToday {
  if (!json) return ALL_TODAY
  const { kind, percent, amount } = json
  const ppm = percent === null ? null : Number(parsePercent(percent)?.ppm ?? 0n)
  return { kind, sharePpm: ppm, amount: amount?.amount ?? null, currency: amount?.currency ?? null }
}

const mostSchema = Type.Integer({ minimum: 0, maximum: 1_000_000 })

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/stock-promises',
    operationId: 'listStockPromises',
    summary: 'What is sold, or may be, before it is there: by the day on which it ships',
    permission: 'inventory:read',
    own: 'any',
    withinScope: 'narrowed',
    response: Type.Object({
      currencies: Type.Array(Type.String(), {
        description: 'In which something is sold: of amounts that are paid today.',
      }),
      items: Type.Array(
        Type.Object({
          variantId: idSchema,
          sku: Type.String(),
          name: Type.String(),
          options: Type.String(),
          location: Type.String(),
          locationCode: Type.String(),
          kind: kindSchema,
          shipsOn: dateSchema,
          most: Type.Integer({ description: 'Pieces that may be sold before they are there.' }),
          sold: Type.Integer({ description: 'Pieces that are sold and not there.' }),
          paidToday: paidTodaySchema,
          version: Type.Integer(),
        }),
      ),
    }),
    answer: async ({ house, actor, locale }) => {
      const [all, markets] = await Promise.all([listPromises(house.database), listMarkets(house.database)])
      const mine = all.filter(({ locationCode }) => isWithin(scopeOf(actor), { location: locationCode }))
      const words = (texts: Readonly<Record<string, string>>) => texts[locale] ?? texts['en'] ?? ''
      return ok({
        currencies: [...new Set(markets.map(({ currency }) => currency as string))],
        items: mine.map(({ names, optionNames, paidToday, ...row }) => ({
          ...row,
          paidToday: paidTodayJson(paidToday),
          name: words(names),
          options: words(optionNames),
        })),
      })
    },
  }),
  command({
    method: 'PUT',
    path: '/stock-promises/:variantId/:location',
    operationId: 'putStockPromise',
    summary: 'Say how many pieces may be sold before they are there, and about when they ship',
    description:
      'Send `If-Match` with the version that was seen, once there is one. Buyers whose day is later by it are told by mail, and may cancel. With `most` 0 nothing more is sold so.',
    permission: 'inventory:adjust',
    own: 'any',
    withinScope: (_, { location }) => Promise.resolve({ location: location ?? '' }),
    params: Type.Object({ variantId: idSchema, location: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }) }),
    body: Type.Object(
      { kind: kindSchema, shipsOn: dateSchema, most: mostSchema, paidToday: Type.Optional(paidTodaySchema) },
      { additionalProperties: false },
    ),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params: { variantId, location }, body: { kind, shipsOn, most, paidToday } }, { ifMatch }) =>
      promiseStock(ctx, {
        variantId,
        locationCode: location,
        kind,
        shipsOn: localDate(shipsOn),
        most,
        paidToday: paidTodayOf(paidToday),
        version: ifMatch,
      }),
  }),
]
