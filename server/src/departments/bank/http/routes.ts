import { Type } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { moneyToJson, negate } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { entriesList } from '../queries/entries-list.ts'
import { statementsList } from '../queries/statements-list.ts'
import { forgetAccount, revealAccount } from '../use-cases/party-account.ts'
import { dismissEntry } from '../use-cases/end-entry.ts'
import { possibleActions } from '../use-cases/possible-actions.ts'
import { reasonWords } from '../use-cases/reason-words.ts'
import { viewEntry } from '../use-cases/view-entry.ts'
import { entrySchema, listedEntrySchema, listedStatementSchema } from './schemas.ts'

export const routes: readonly Route[] = [
  ...listRoutes(statementsList, {
    path: '/bank-statements',
    permission: 'bank:read',
    summary: 'Statements of the bank, newest first',
    item: listedStatementSchema,
  }),
  ...listRoutes(entriesList, {
    path: '/bank-entries',
    permission: 'bank:read',
    summary: 'What the bank booked, newest first, and for which orders it was',
    item: listedEntrySchema,
  }),
  query({
    method: 'GET',
    path: '/bank-entries/:id',
    operationId: 'getBankEntry',
    summary: 'One entry of the bank, which order it may be for, and what became of it',
    permission: 'bank:read',
    own: 'any',
    params: idParams,
    response: entrySchema,
    answer: async (call, { params }) => {
      const view = await viewEntry(call.house.database, params.id)
      if (!view.ok) return view
      const { entry, decisions } = view.value
      const { partyName: party, paymentBatch: _, partyIbanSealed: __, amount, ...rest } = entry
      return ok({
        ...rest,
        party,
        returnReasonWords: reasonWords(call.house.translations.for(call.locale), entry.returnReason),
        amount: moneyToJson(entry.came ? amount : negate(amount)),
        decisions: decisions.map(({ decision, note, at }) => ({ decision, note, at: at.toISOString() })),
        allowedActions: allowedActions(call, possibleActions(entry)),
      })
    },
  }),
  command({
    method: 'POST',
    path: '/bank-entries/:id/dismissal',
    operationId: 'dismissBankEntry',
    summary: 'Put an entry aside that is for no order, or was recorded otherwise, and say why',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 204,
    params: idParams,
    body: Type.Object({ note: Type.String({ maxLength: 500 }) }, { additionalProperties: false }),
    response: Type.Null(),
    command: async (ctx, { params, body }) => {
      const dismissed = await dismissEntry(ctx, { id: params.id, note: body.note })
      return dismissed.ok ? ok(null) : dismissed
    },
  }),
  command({
    method: 'POST',
    path: '/bank-entries/:id/account-readings',
    operationId: 'revealBankAccount',
    summary: 'The whole account number on the other side of an entry, for a purpose that stays in the trail',
    permission: 'bank:reveal',
    own: 'any',
    status: 201,
    params: idParams,
    body: Type.Object({ purpose: Type.String({ maxLength: 500 }) }, { additionalProperties: false }),
    response: Type.Object({ iban: Type.String() }),
    command: (ctx, { params, body }, { house }) => revealAccount(ctx, house, { id: params.id, purpose: body.purpose }),
  }),
  command({
    method: 'DELETE',
    path: '/bank-entries/:id/account',
    operationId: 'forgetBankAccount',
    summary:
      'Destroy the key of the account number on the other side: nobody can read it any more, in no backup either',
    permission: 'bank:reveal',
    own: 'any',
    status: 204,
    params: idParams,
    response: Type.Null(),
    command: async (ctx, { params }) => {
      const forgotten = await forgetAccount(ctx, params.id)
      return forgotten.ok ? ok(null) : forgotten
    },
  }),
]
