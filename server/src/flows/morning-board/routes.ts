import { Type } from 'typebox'
import { permissionsOf, scopeOf } from '../../host/actor.ts'
import { query, type Call, type Route } from '../../host/http/route.ts'
import { dateSchema, instantSchema, moneySchema, nullable } from '../../host/http/schemas.ts'
import { ok } from '../../kernel/result.ts'
import { countScarce } from '../../departments/inventory/index.ts'
import { countByState, orderFigures } from '../../departments/orders/index.ts'
import { readHealth } from '../../departments/operations/index.ts'
import { listEntities } from '../../departments/organisation/index.ts'
import { failedPayments } from '../../departments/payments/index.ts'
import { salesDays } from './sales-days.ts'
import { comparedSpans, type Span } from './spans.ts'

const figures = Type.Array(
  Type.Object({
    currency: Type.String(),
    orders: Type.Integer(),
    total: moneySchema,
    net: moneySchema,
  }),
)
const failed = Type.Array(Type.Object({ currency: Type.String(), payments: Type.Integer(), amount: moneySchema }))

const boardSchema = Type.Object({
  at: instantSchema,
  timeZone: Type.String(),
  sales: nullable(
    Type.Object(
      { today: figures, yesterday: figures, lastWeek: figures, lastYear: figures },
      {
        description: 'Paid orders until now, and until the same time of the days compared with; `net` is without tax.',
      },
    ),
  ),
  awaitingPayment: nullable(Type.Integer({ description: 'Capped: 10001 means more than ten thousand.' })),
  failedPayments: nullable(
    Type.Object(
      { today: failed, yesterday: failed, lastWeek: failed, lastYear: failed },
      { description: 'Payments opened in the same stretches whose order ended before any money came.' },
    ),
  ),
  stock: nullable(
    Type.Object(
      { low: Type.Integer(), soldOut: Type.Integer() },
      { description: 'Goods at a place that run out, and those that did; each capped at 1000.' },
    ),
  ),
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
    withinScope: 'narrowed',
    response: boardSchema,
    answer: async (call) => {
      const now = call.house.clock.now()
      const timeZone = await readTimeZone(call.house)
      const { database } = call.house
      const spans = comparedSpans(now, timeZone)
      const [sales, awaitingPayment, failedToday, stock, work] = await Promise.all([
        may(call, 'orders:read') ? compare(spans, (all) => orderFigures(database, all)) : null,
        may(call, 'orders:read') ? countByState(database, 'awaiting_payment') : null,
        may(call, 'payments:read') ? compare(spans, (all) => failedPayments(database, all)) : null,
        may(call, 'inventory:read') ? countScarce(database) : null,
        may(call, 'operations:read') ? readHealth(call.house) : null,
      ])
      return ok({
        at: now.toISOString(),
        timeZone,
        sales,
        awaitingPayment,
        failedPayments: failedToday,
        stock,
        deadJobs: work?.jobs.dead ?? null,
        waitingJobs: work?.jobs.ready ?? null,
      })
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

/** The figures are of all markets and places: who is narrowed to some sees none of them. */
function may({ actor }: Call, permission: string): boolean {
  return permissionsOf(actor).has(permission) && scopeOf(actor) === undefined
}

async function readTimeZone(house: Call['house']): Promise<string> {
  const [entity] = await listEntities(house.database)
  return entity?.timeZone ?? 'UTC'
}

/** One question about all four stretches. */
async function compare<Figure>(
  spans: ReturnType<typeof comparedSpans>,
  read: (spans: readonly Span[]) => Promise<Figure[][]>,
): Promise<Record<keyof typeof spans, Figure[]>> {
  const { today: now, yesterday: dayBefore, lastWeek: weekBefore, lastYear: yearBefore } = spans
  const [today = [], yesterday = [], lastWeek = [], lastYear = []] = await read([
    now,
    dayBefore,
    weekBefore,
    yearBefore,
  ])
  return { today, yesterday, lastWeek, lastYear }
}
