import { Type } from 'typebox'
import { permissionsOf } from '../../host/actor.ts'
import { query, type Call, type Route } from '../../host/http/route.ts'
import { dateSchema, instantSchema, moneySchema, nullable } from '../../host/http/schemas.ts'
import { ok } from '../../kernel/result.ts'
import { countLowStock } from '../../departments/inventory/index.ts'
import { countByState, orderFigures } from '../../departments/orders/index.ts'
import { readHealth } from '../../departments/operations/index.ts'
import { listEntities } from '../../departments/organisation/index.ts'
import { salesDays } from './sales-days.ts'
import { comparedSpans } from './spans.ts'

const figures = Type.Array(Type.Object({ currency: Type.String(), orders: Type.Integer(), total: moneySchema }))

const boardSchema = Type.Object({
  at: instantSchema,
  timeZone: Type.String(),
  sales: nullable(
    Type.Object(
      { today: figures, yesterday: figures, lastWeek: figures, lastYear: figures },
      { description: 'Paid orders until now, and until the same time of the days compared with.' },
    ),
  ),
  awaitingPayment: nullable(Type.Integer({ description: 'Capped: 10001 means more than ten thousand.' })),
  lowStock: nullable(Type.Integer({ description: 'Capped at 1000.' })),
  deadJobs: nullable(Type.Integer()),
  waitingJobs: nullable(Type.Integer()),
})

const salesSchema = Type.Object({
  at: instantSchema,
  timeZone: Type.String(),
  currencies: Type.Array(Type.String(), { description: 'Those of the orders found, sorted.' }),
  days: Type.Array(
    Type.Object({
      on: dateSchema,
      comparedOn: dateSchema,
      sales: figures,
      compared: figures,
    }),
    { description: 'Oldest first; the last one goes until now, and so does the day that it is compared with.' },
  ),
})

/** Real figures of what exists; what the caller's other rights do not show is null, not zero. */
export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/board',
    operationId: 'getMorningBoard',
    summary: 'The morning board: today beside yesterday, last week and last year',
    permission: 'board:read',
    own: 'any',
    response: boardSchema,
    answer: async (call) => {
      const now = call.house.clock.now()
      const timeZone = await readTimeZone(call.house)
      const [sales, awaitingPayment, lowStock, work] = await Promise.all([
        may(call, 'orders:read') ? readSales(call, now, timeZone) : null,
        may(call, 'orders:read') ? countByState(call.house.database, 'awaiting_payment') : null,
        may(call, 'inventory:read') ? countLowStock(call.house.database) : null,
        may(call, 'operations:read') ? readHealth(call.house) : null,
      ])
      const waiting = { deadJobs: work?.jobs.dead ?? null, waitingJobs: work?.jobs.ready ?? null }
      return ok({ at: now.toISOString(), timeZone, sales, awaitingPayment, lowStock, ...waiting })
    },
  }),
  query({
    method: 'GET',
    path: '/board/sales',
    operationId: 'getSalesByDay',
    summary: 'Paid orders and their totals day by day, beside the same weekdays before',
    permission: 'orders:read',
    own: 'any',
    query: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, default: 30 })) }),
    response: salesSchema,
    answer: async ({ house }, { query: { days = 30 } }) => {
      const now = house.clock.now()
      const timeZone = await readTimeZone(house)
      const compared = salesDays(now, timeZone, days)
      const found = await orderFigures(
        house.database,
        compared.flatMap(({ span, comparedSpan }) => [span, comparedSpan]),
      )
      return ok({
        at: now.toISOString(),
        timeZone,
        currencies: [...new Set(found.flat().map(({ currency }) => currency))].sort(),
        days: compared.map(({ on, comparedOn }, index) => ({
          on,
          comparedOn,
          sales: found[index * 2] ?? [],
          compared: found[index * 2 + 1] ?? [],
        })),
      })
    },
  }),
]

function may({ actor }: Call, permission: string): boolean {
  return permissionsOf(actor).has(permission)
}

async function readTimeZone(house: Call['house']): Promise<string> {
  const [entity] = await listEntities(house.database)
  return entity?.timeZone ?? 'UTC'
}

async function readSales({ house }: Call, now: Date, timeZone: string) {
  const spans = comparedSpans(now, timeZone)
  const [today = [], yesterday = [], lastWeek = [], lastYear = []] = await orderFigures(house.database, [
    spans.today,
    spans.yesterday,
    spans.lastWeek,
    spans.lastYear,
  ])
  return { today, yesterday, lastWeek, lastYear }
}
