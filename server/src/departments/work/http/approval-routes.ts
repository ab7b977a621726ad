import { Type } from 'typebox'
import { staffBehind } from '../../../host/actor.ts'
import { openAnswer } from '../../../host/guard/kept-request.ts'
import { rehearseRequest } from '../../../host/guard/run-request.ts'
import { problemOf } from '../../../host/http/problem.ts'
import { command, query, steps, type Call, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import type { KeptChange } from '../../../host/guard/guard.ts'
import { recordKey, showRecords } from '../../../host/records/record-directory.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import type { StoredApproval } from '../queries/approval-row.ts'
import { approvalsList } from '../queries/approvals-list.ts'
import { readRoleNames } from '../use-cases/role-names.ts'
import { readVisibleApproval } from '../use-cases/see-approval.ts'
import { viewApproval, type ApprovalView, type Looking } from '../queries/view-approval.ts'
import { decideApproval, requestOf } from '../use-cases/decide-approval.ts'
import { withdrawApproval } from '../use-cases/withdraw-approval.ts'
import { approvalSchema, approvalSummarySchema, outcomeSchema, previewSchema } from './approval-schemas.ts'
import { actWords, type ActWords } from './approval-words.ts'

const READ = 'approvals:read'

export const approvalRoutes: readonly Route[] = [
  ...listRoutes(approvalsList, {
    path: '/approvals',
    permission: READ,
    summary: 'What was asked for and waits for others, or waited',
    item: approvalSummarySchema,
    choices: {
      act: async (call) =>
        (call.house.ports?.acts ?? []).map(({ act }) => ({ value: act, label: actWords(call, act).title })),
    },
  }),
  query({
    method: 'GET',
    path: '/approvals/:id',
    operationId: 'getApproval',
    summary: 'One request: what, by whom, who must agree, who did',
    description: 'For who asked, who may decide, who could do it themselves, and who makes the rules.',
    permission: READ,
    own: 'any',
    params: idParams,
    response: approvalSchema,
    etag: 'version',
    answer: async (call, { params }) => {
      const seen = await readVisibleApproval(call.house, params.id, call.actor)
      if (!seen.ok) return seen
      return ok(await present(call, seen.value.stored, seen.value.looking))
    },
  }),
  query({
    method: 'GET',
    path: '/approvals/:id/preview',
    operationId: 'previewApproval',
    summary: 'What would change if it were approved now',
    description: 'The request is run as who asked, with what they may do now, and rolled back.',
    permission: READ,
    own: 'any',
    params: idParams,
    response: previewSchema,
    answer: async (call, { params }) => {
      const seen = await readVisibleApproval(call.house, params.id, call.actor)
      return seen.ok ? ok(await preview(call, seen.value.stored)) : seen
    },
  }),
  steps({
    method: 'POST',
    path: '/approvals/:id/decision',
    operationId: 'decideApproval',
    summary: 'Approve it, which does it at once, or refuse it',
    description:
      'The last approval that was waited for runs what was asked for, as who asked and with what they may do now. `failed`: it is not possible any more, and why stands in the request. Never by who asked, nor by a key.',
    permission: READ,
    own: 'any',
    params: idParams,
    body: Type.Object(
      {
        verdict: Type.Enum(['approve', 'refuse']),
        comment: Type.String({ maxLength: 500, description: 'Asked for where it is refused.' }),
      },
      { additionalProperties: false },
    ),
    response: outcomeSchema,
    answer: async (call, { params, body }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const { verdict, comment } = body
      return decideApproval(call.house, {
        approvalId: params.id,
        decider: staff.value,
        verdict: verdict === 'approve' ? 'approve' : 'refuse',
        comment: comment.trim(),
        requestId: call.requestId,
      })
    },
  }),
  command({
    method: 'POST',
    path: '/approvals/:id/withdrawal',
    operationId: 'withdrawApproval',
    summary: 'Take back what one asked for, while it waits',
    permission: READ,
    own: 'any',
    params: idParams,
    response: outcomeSchema,
    command: (ctx, { params }) => withdrawApproval(ctx, params.id),
  }),
]

async function present(call: Call, stored: StoredApproval, looking: Looking) {
  const { problem, allowedActions, ...view } = await viewApproval(call.house, stored, looking)
  const words = actWords(call, view.act)
  const [record, names] = await Promise.all([recordOf(call, view), readRoleNames(call.house.database, call.locale)])
  const saying = (refusal: Refusal) => said(call, refusal)
  return {
    ...view,
    ...mutable(view, names),
    ...record,
    title: words.title,
    summary: words.summary(view.facts, record.label),
    factLabels: labelsOf(call, words, view),
    ...answerOf(call, stored),
    problem: problem && saying(problem),
    allowedActions: allowedActions.map(({ action, allowed, reason }) => ({
      action,
      allowed,
      reason: reason === null ? null : { code: reason, message: saying({ code: reason, status: 409 }).title },
    })),
  }
}

function mutable(
  view: Pick<ApprovalView, 'requirements' | 'decisions' | 'changes' | 'facts'>,
  names: ReadonlyMap<string, string>,
) {
  return {
    facts: { ...view.facts },
    requirements: view.requirements.map(({ roles, ...one }) => {
      return { ...one, roles: [...roles], roleNames: roles.map((role) => names.get(role) ?? role) }
    }),
    decisions: [...view.decisions],
    changes: [...view.changes],
  }
}

/** What the record is called and where it opens, for who may see it. */
async function recordOf(call: Call, { ref, label }: Pick<ApprovalView, 'ref' | 'label'>) {
  const record = { type: ref.kind, id: ref.id }
  const shown = isUuid(ref.id) ? (await showRecords(call.house, call, [record])).get(recordKey(record)) : undefined
  return { label: shown?.title ?? label, path: shown?.path ?? null }
}

/** Theirs alone who asked: the operation may answer what others must not see. */
function answerOf({ house, actor }: Call, { row }: StoredApproval): { answer?: unknown } {
  const isTheirs = staffBehind(actor) === row.requester_id
  return isTheirs && row.sealed_answer ? { answer: openAnswer(house, row.id, row.sealed_answer) } : {}
}

/** In the order in which the department declares them. */
function labelsOf({ house }: Call, words: ActWords, { act, facts }: Pick<ApprovalView, 'act' | 'facts'>) {
  const declared = Object.keys(house.ports?.acts?.find((one) => one.act === act)?.facts ?? {})
  const known = new Set([...declared.filter((fact) => fact in facts), ...Object.keys(facts)])
  return Object.fromEntries([...known].map((fact) => [fact, words.fact(fact)]))
}

function said({ house, locale, requestId }: Call, refusal: Refusal) {
  const { code, title, remedy, field, params } = problemOf(refusal, house.translations.for(locale), requestId)
  return {
    code,
    title,
    remedy,
    ...(field === undefined ? {} : { field }),
    ...(params ? { params: { ...params } } : {}),
  }
}

async function preview(call: Call, { row }: StoredApproval) {
  const then = [...row.changes]
  const unknown = { known: false, changed: false, changes: then, problem: null }
  if (row.state !== 'pending' || !row.sealed_input) return unknown
  const now: Result<readonly KeptChange[]> | undefined = await rehearseRequest(
    call.house,
    await requestOf(call.house, row, row.sealed_input),
  )
  if (!now) return unknown
  if (!now.ok) return { known: true, changed: true, changes: then, problem: said(call, now.refusal) }
  return { known: true, changed: !isSameStart(then, now.value), changes: [...now.value], problem: null }
}

/** What stood there before, field by field: ids of new rows differ from try to try. */
function isSameStart(then: readonly KeptChange[], now: readonly KeptChange[]): boolean {
  const text = (changes: readonly KeptChange[]) =>
    JSON.stringify(changes.map(({ objectType, field, before = null }) => [objectType, field, before]).sort())
  return text(then) === text(now)
}
