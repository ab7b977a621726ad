import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { moneySchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { entrySchema } from './schemas.ts'
import { entriesList } from '../queries/entries-list.ts'
import { trialBalance } from '../queries/read-ledger.ts'

export const routes: readonly Route[] = [
  ...listRoutes(entriesList, {
    path: '/ledger/entries',
    permission: 'ledger:read',
    summary: 'Ledger entries, newest first',
    item: entrySchema,
  }),
  query({
    method: 'GET',
    path: '/ledger/trial-balance',
    operationId: 'getTrialBalance',
    summary: 'Every account with its turnover and balance',
    permission: 'ledger:read',
    own: 'any',
    response: Type.Object({
      accounts: Type.Array(
        Type.Object({
          code: Type.String(),
          kind: Type.String(),
          debit: moneySchema,
          credit: moneySchema,
          balance: moneySchema,
        }),
      ),
    }),
    answer: async ({ house }) => {
      const rows = await trialBalance(house.database)
      return ok({
        accounts: rows.map(({ code, kind, currency, debit, credit, balance }) => ({
          code,
          kind,
          debit: { amount: Number(debit), currency },
          credit: { amount: Number(credit), currency },
          balance: { amount: Number(balance), currency },
        })),
      })
    },
  }),
]
