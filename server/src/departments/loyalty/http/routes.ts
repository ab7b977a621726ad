import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { listPointsOwedTo, readPointsOwed } from '../queries/owed.ts'
import { placeOfOrder } from '../queries/order-place.ts'
import { listPlaces, listTermsInForce, listVersions } from '../queries/read-terms.ts'
import { convertPoints } from '../use-cases/convert-points.ts'
import { programmeChoices } from '../use-cases/programme-choices.ts'
import { grantPoints } from '../use-cases/grant-points.ts'
import { putProgramme } from '../use-cases/put-programme.ts'
import { pointsOfOrder, statementOfPoints, viewPoints } from '../use-cases/view-points.ts'
import { presentDebts, presentOfOrder, presentOwn, presentStatement, presentTerms } from './present.ts'
import {
  balanceSchema,
  conversionBody,
  conversionSchema,
  debtsSchema,
  grantBody,
  marketParams,
  orderPointsSchema,
  ownPointsSchema,
  programmeBody,
  programmesSchema,
  statementSchema,
  versionsSchema,
} from './schemas.ts'

const MOST_HOLDERS = 200

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/loyalty-programmes',
    operationId: 'listLoyaltyProgrammes',
    summary: 'The programme of each market, as it is in force',
    permission: 'loyalty:read',
    own: 'any',
    response: programmesSchema,
    answer: async ({ house: { database }, locale }) => {
      const [places, terms, choices] = await Promise.all([
        listPlaces(database),
        listTermsInForce(database),
        programmeChoices(database, locale),
      ])
      const items = places.map(({ market, currency }) => {
        const own = terms.find((one) => one.market === market)
        return { market, currency, terms: own ? presentTerms(own) : null }
      })
      return ok({ items, choices })
    },
  }),
  query({
    method: 'GET',
    path: '/loyalty-programmes/:market/versions',
    operationId: 'listLoyaltyVersions',
    summary: 'Every version of a market’s programme, the newest first',
    description: 'An order keeps the version under which it was placed.',
    permission: 'loyalty:read',
    own: 'any',
    params: marketParams,
    response: versionsSchema,
    answer: async ({ house }, { params: { market } }) =>
      ok({ items: (await listVersions(house.database, market)).map(presentTerms) }),
  }),
  command({
    method: 'PUT',
    path: '/loyalty-programmes/:market',
    operationId: 'putLoyaltyProgramme',
    summary: 'Change a market’s programme for orders placed from now on (If-Match: version)',
    permission: 'loyalty:write',
    own: 'any',
    params: marketParams,
    body: programmeBody,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params: { market }, body }, { ifMatch }) => {
      const { earnPoints, earnAmount, pointWorth, leastPoints, ...rest } = body
      const figures = { earnPoints, earnAmount, pointWorth, leastPoints }
      const wish = { ...rest, ...bigints(figures) }
      return putProgramme(ctx, { market, wish }, ifMatch)
    },
  }),
  query({
    method: 'GET',
    path: '/customers/:id/points',
    operationId: 'getPoints',
    summary: 'A customer’s points in each programme, what they are worth, and every movement',
    permission: 'loyalty:read',
    own: 'any',
    params: idParams,
    response: statementSchema,
    answer: async ({ house }, { params }) => {
      const view = await viewPoints(house.database, params.id)
      return view.ok ? ok(presentStatement(view.value)) : view
    },
  }),
  command({
    method: 'POST',
    path: '/customers/:id/points',
    operationId: 'grantPoints',
    summary: 'Give a customer points, or take some, for a reason',
    permission: 'loyalty:grant',
    own: 'any',
    idempotent: true,
    status: 201,
    params: idParams,
    body: grantBody,
    response: balanceSchema,
    command: async (ctx, { params, body: { points, ...body } }) => {
      const done = await grantPoints(ctx, { ...body, customerId: params.id, points: BigInt(points) })
      return done.ok ? ok({ balance: Number(done.value.balance) }) : done
    },
  }),
  query({
    method: 'GET',
    path: '/orders/:id/points',
    operationId: 'getOrderPoints',
    summary: 'The points that an order earned and how they stand; null where it earned none',
    permission: 'loyalty:read',
    own: 'any',
    withinScope: placeOfOrder,
    params: idParams,
    response: orderPointsSchema,
    answer: async ({ house }, { params }) => {
      const found = await pointsOfOrder(house.database, params.id)
      return ok(found ? presentOfOrder(found) : null)
    },
  }),
  query({
    method: 'GET',
    path: '/loyalty-debts',
    operationId: 'listLoyaltyDebts',
    summary: 'What the shop owes for points, to whom, by age and by when it ends, beside its books',
    permission: 'loyalty:read',
    own: 'any',
    response: debtsSchema,
    answer: async ({ house: { database, clock } }) => {
      const [totals, holders] = await Promise.all([
        readPointsOwed(database, clock.now()),
        listPointsOwedTo(database, MOST_HOLDERS),
      ])
      return ok(presentDebts(totals, holders))
    },
  }),
  query({
    method: 'GET',
    path: '/customer/points',
    operationId: 'getOwnPoints',
    summary: 'The points of who is signed in to the shop',
    permission: 'public',
    own: 'self',
    response: ownPointsSchema,
    answer: async ({ house, actor }) => {
      if (actor.kind !== 'customer') return hostRefusals.not_allowed()
      return ok(presentOwn(await statementOfPoints(house.database, actor.id)))
    },
  }),
  command({
    method: 'POST',
    path: '/customer/points/conversions',
    operationId: 'convertPoints',
    summary: 'Turn points of who is signed in into store credit, once',
    permission: 'public',
    own: 'self',
    rateLimit: { perMinute: 20 },
    body: conversionBody,
    response: conversionSchema,
    command: async (ctx, { body: { points, ...body } }, { actor }) => {
      if (actor.kind !== 'customer') return hostRefusals.not_allowed()
      const done = await convertPoints(ctx, { ...body, customerId: actor.id, points: BigInt(points) })
      if (!done.ok) return done
      return ok({ points: Number(done.value.points), amount: moneyToJson(done.value.amount) })
    },
  }),
]

function bigints<Name extends string>(figures: Record<Name, number>): Record<Name, bigint> {
  return Object.fromEntries(Object.entries<number>(figures).map(([name, figure]) => [name, BigInt(figure)])) as Record<
    Name,
    bigint
  >
}
