import { Type } from 'typebox'
import { pageOf, pageQuery } from '../../../host/http/pagination.ts'
import { query, type Route } from '../../../host/http/route.ts'
import { moneySchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { entrySchema } from './schemas.ts'
import { listEntries, trialBalance } from '../queries/read-ledger.ts'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/ledger/entries',
    operationId: 'listLedgerEntries',
    summary: 'Ledger entries, newest first',
    permission: 'ledger:read',
    own: 'any',
    query: Type.Object(pageQuery),
    response: pageOf(entrySchema),
    answer: ({ house }, { query: { after, limit } }) => listEntries(house.database, { after, limit: limit ?? 50 }),
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
