import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { decimalText } from '../../../kernel/decimal.ts'
import { moneyToJson, type Money } from '../../../kernel/money.ts'
import { percentFromPpm, percentText, type Percent } from '../../../kernel/rate.ts'
import { ok } from '../../../kernel/result.ts'
import { isLocalDate, localDateIn } from '../../../kernel/time.ts'
import { listMarketChoices } from '../queries/list-market-choices.ts'
import { listTaxRates } from '../queries/list-tax-rates.ts'
import { listZones } from '../queries/list-zones.ts'
import { choiceExamples, type ChoiceExample } from '../use-cases/choice-examples.ts'
import { choicesOf } from '../use-cases/choices-of.ts'
import { putMarketChoices } from '../use-cases/put-market-choices.ts'
import { putZone } from '../use-cases/put-zone.ts'
import { tryTaxes } from '../use-cases/try-taxes.ts'
import { categoryRoutes } from './category-routes.ts'
import { presentTrial } from './present-trial.ts'
import {
  choicesSchema,
  exampleSchema,
  marketChoicesSchema,
  taxRateSchema,
  trialBody,
  trialSchema,
  zoneBody,
  zoneParams,
  zoneSchema,
} from './schemas.ts'

const versionSchema = Type.Object({ version: Type.Integer() })
const marketParams = Type.Object({ market: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }) })

export const routes: readonly Route[] = [
  ...categoryRoutes,
  query({
    method: 'GET',
    path: '/tax-rates',
    operationId: 'listTaxRates',
    summary: 'Tax rates by country, zone, category and date',
    permission: 'tax:read',
    own: 'any',
    response: Type.Object({
      items: Type.Array(taxRateSchema),
    }),
    answer: async ({ house }) => {
      const rows = await listTaxRates(house.database)
      return ok({
        items: rows.map((row) => ({
          country: row.country,
          zone: row.zone || null,
          category: row.category,
          tax: row.tax,
          compound: row.compound,
          percent: percentText(percentFromPpm(row.ppm)),
          validFrom: row.valid_from,
          validTo: row.valid_to,
          source: row.source,
        })),
      })
    },
  }),
  query({
    method: 'GET',
    path: '/tax-zones',
    operationId: 'listTaxZones',
    summary: 'Parts of countries that are taxed otherwise',
    permission: 'tax:read',
    own: 'any',
    response: Type.Object({ items: Type.Array(zoneSchema) }),
    answer: async ({ house }) => {
      const zones = await listZones(house.database)
      return ok({
        items: zones.map((zone) => ({ ...zone, regions: [...zone.regions], postcodes: [...zone.postcodes] })),
      })
    },
  }),
  command({
    method: 'PUT',
    path: '/tax-zones/:code',
    operationId: 'putTaxZone',
    summary: 'Make a tax zone, or change it (If-Match: version)',
    permission: 'tax:write',
    own: 'any',
    params: zoneParams,
    body: zoneBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putZone(ctx, { zone: { code: params.code, ...body }, version: ifMatch }),
  }),
  query({
    method: 'GET',
    path: '/tax-choices',
    operationId: 'listTaxChoices',
    summary: 'What each market decides where the laws on tax disagree',
    permission: 'tax:read',
    own: 'any',
    response: Type.Object({ items: Type.Array(marketChoicesSchema) }),
    answer: async ({ house }) => {
      const markets = await listMarketChoices(house.database)
      return ok({
        items: markets.map(({ market, currency, pricesIncludeTax, version, choices }) => ({
          market,
          currency,
          pricesIncludeTax,
          version,
          choices: choicesOf(choices),
        })),
      })
    },
  }),
  query({
    method: 'GET',
    path: '/tax-choices/examples',
    operationId: 'listTaxChoiceExamples',
    summary: 'Every choice with a basket and what it costs under each value, by the price function itself',
    permission: 'tax:read',
    own: 'any',
    query: Type.Object({ currency: Type.Optional(Type.Enum(['EUR', 'USD', 'GBP', 'CHF'])) }),
    response: Type.Object({ items: Type.Array(exampleSchema) }),
    answer: (_call, { query: { currency } }) =>
      Promise.resolve(ok({ items: choiceExamples(currency ?? 'EUR').map(presentExample) })),
  }),
  command({
    method: 'PUT',
    path: '/tax-choices/:market',
    operationId: 'putTaxChoices',
    summary: 'What a market decides where the laws disagree, for baskets from now on (If-Match: version)',
    permission: 'tax:write',
    own: 'any',
    params: marketParams,
    body: choicesSchema,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putMarketChoices(ctx, { market: params.market, choices: body, version: ifMatch }),
  }),
  query({
    method: 'POST',
    path: '/tax-trials',
    operationId: 'tryTaxes',
    summary: 'What is charged where: one piece in a market, at a place, on a day, with the reasons',
    permission: 'tax:read',
    own: 'any',
    body: trialBody,
    response: trialSchema,
    answer: async ({ house, locale }, { body }) => {
      const { country, region, postcode, on = localDateIn(house.clock.now(), 'UTC'), ...trial } = body
      if (!isLocalDate(on)) return hostRefusals.invalid_input({ field: 'on' })
      const tried = await tryTaxes(house.database, { ...trial, place: { country, region, postcode }, on })
      return tried.ok ? ok(presentTrial(tried.value, locale, house.translations.for(locale))) : tried
    },
  }),
]

const amountOr = (amount: Money | undefined) => (amount ? moneyToJson(amount) : null)
const textOr = (percent: Percent | undefined) => (percent ? percentText(percent) : null)

function presentExample({ choice, basket, outcomes }: ChoiceExample) {
  return {
    choice,
    basket: {
      pricesIncludeTax: basket.pricesIncludeTax,
      lines: basket.lines.map(({ quantity, unitPrice, exactPrice, percent }) => ({
        quantity,
        unitPrice: moneyToJson(unitPrice),
        exactPrice: exactPrice ? decimalText(exactPrice.amount, exactPrice.scale) : null,
        percent: percentText(percent),
      })),
      company: basket.company,
      delivery: amountOr(basket.delivery),
      discount: textOr(basket.discount),
      homePercent: textOr(basket.homePercent),
    },
    outcomes: outcomes.map(({ value, priced }) => ({
      value,
      lineTaxes: priced.lines.map(({ tax }) => moneyToJson(tax)),
      deliveryTax: amountOr(priced.delivery?.tax),
      tax: moneyToJson(priced.tax),
      total: moneyToJson(priced.total),
    })),
  }
}
