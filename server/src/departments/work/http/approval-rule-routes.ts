import { Type, type Static } from 'typebox'
import { listCurrencies, listMarketChoices } from '../queries/market-choices.ts'
import type { GuardedAct } from '../../../host/guard/act.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import type { RuleDraft } from '../domain/approval-rule.ts'
import { listApprovalRules, type RuleView } from '../queries/list-approval-rules.ts'
import { changeApprovalRule, endApprovalRule, makeApprovalRule } from '../use-cases/save-approval-rule.ts'
import { readRoleNames } from '../use-cases/role-names.ts'
import { getRule } from '../use-cases/see-rule.ts'
import { actSchema, choiceSchema, ruleBody, ruleSchema, savedRuleSchema } from './approval-schemas.ts'
import { actWords } from './approval-words.ts'

const RULES = 'work:rules'

export const approvalRuleRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/approval-rules',
    operationId: 'listApprovalRules',
    summary: 'Rules of approval: in force, to come, ended',
    permission: RULES,
    own: 'any',
    response: Type.Object({ items: Type.Array(ruleSchema) }),
    answer: async ({ house }) => ok({ items: (await listApprovalRules(house.database)).map(presentRule) }),
  }),
  query({
    method: 'GET',
    path: '/approval-rules/:id',
    operationId: 'getApprovalRule',
    summary: 'One rule of approval',
    permission: RULES,
    own: 'any',
    params: idParams,
    response: ruleSchema,
    etag: 'version',
    answer: async ({ house }, { params }) => {
      const rule = await getRule(house.database, params.id)
      return rule.ok ? ok(presentRule(rule.value)) : rule
    },
  }),
  query({
    method: 'GET',
    path: '/guarded-acts',
    operationId: 'listGuardedActs',
    summary: 'What a rule can hold, and what it can look at',
    permission: RULES,
    own: 'none',
    response: Type.Object({
      items: Type.Array(actSchema),
      roles: Type.Array(choiceSchema),
      currencies: Type.Array(Type.String()),
    }),
    answer: async (call) => {
      const markets = await listMarketChoices(call.house.database)
      const currencies = await listCurrencies(call.house.database)
      const names = await readRoleNames(call.house.database, call.locale)
      const roles = [...names].map(([value, label]) => ({ value, label }))
      return ok({ items: actsOf(call).map((act) => presentAct(call, act, markets)), roles, currencies })
    },
  }),
  command({
    method: 'POST',
    path: '/approval-rules',
    operationId: 'makeApprovalRule',
    summary: 'Make a rule',
    permission: RULES,
    own: 'any',
    idempotent: true,
    status: 201,
    body: ruleBody,
    response: savedRuleSchema,
    etag: 'version',
    command: (ctx, { body }, call) => makeApprovalRule(ctx, draftOf(body), actsOf(call)),
  }),
  command({
    method: 'PUT',
    path: '/approval-rules/:id',
    operationId: 'changeApprovalRule',
    summary: 'Change a rule; what it holds already waits on as it was held',
    description: 'Send the version that you read in `If-Match`.',
    permission: RULES,
    own: 'any',
    params: idParams,
    body: ruleBody,
    response: savedRuleSchema,
    etag: 'version',
    command: (ctx, { params, body }, call) =>
      changeApprovalRule(ctx, { id: params.id, version: call.ifMatch, draft: draftOf(body) }, actsOf(call)),
  }),
  command({
    method: 'DELETE',
    path: '/approval-rules/:id',
    operationId: 'endApprovalRule',
    summary: 'End a rule; what it holds already waits on',
    permission: RULES,
    own: 'any',
    params: idParams,
    response: savedRuleSchema,
    command: (ctx, { params }) => endApprovalRule(ctx, params.id),
  }),
]

const actsOf = ({ house }: Call): readonly GuardedAct[] => house.ports?.acts ?? []

function draftOf({ activeFrom, activeTo, ...body }: Static<typeof ruleBody>): RuleDraft {
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  return { ...body, activeFrom: instant(activeFrom), activeTo: instant(activeTo) } as RuleDraft
}

function presentRule({ markets, roles, condition, ...rule }: RuleView): Static<typeof ruleSchema> {
  const own = condition as Static<typeof ruleSchema>['condition']
  return { ...rule, condition: own, markets: markets && [...markets], roles: [...roles] }
}

function presentAct(
  call: Call,
  { act, facts, choices = {} }: GuardedAct,
  markets: readonly { value: string; label: string }[],
) {
  const words = actWords(call, act)
  return {
    act,
    title: words.title,
    facts: Object.entries(facts).map(([fact, kind]) => ({
      fact,
      kind,
      label: words.fact(fact),
      choices:
        kind === 'market'
          ? [...markets]
          : (choices[fact] ?? []).map((value) => ({ value, label: words.choice(fact, value) })),
    })),
  }
}
