import { Type } from 'typebox'
import { ok } from '../../kernel/result.ts'
import { fileAnswerSchema } from '../http/file-answer.ts'
import { pageOf, pageQuery } from '../http/pagination.ts'
import { problemOf, type Problem } from '../http/problem.ts'
import { command, query, type Call, type Route } from '../http/route.ts'
import { idParams, idSchema, instantSchema, nullable, problemSchema } from '../http/schemas.ts'
import { staffOf } from '../http/staff-of.ts'
import { hostRefusals } from '../refusals.ts'
import { cancelTask } from './cancel-task.ts'
import { findTask, findTaskResult, listTasks, type TaskRow } from './read-tasks.ts'

const taskFields = {
  id: idSchema,
  kind: Type.String(),
  title: Type.String({ description: 'In the language of the request.' }),
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('failed'),
    Type.Literal('cancelled'),
  ]),
  doneCount: Type.Integer(),
  totalCount: nullable(Type.Integer()),
  cancelAskedAt: nullable(instantSchema),
  createdAt: instantSchema,
  startedAt: nullable(instantSchema),
  finishedAt: nullable(instantSchema),
  heartbeatAt: nullable(instantSchema),
  hasResult: Type.Boolean(),
  problem: nullable(problemSchema),
}
const taskSchema = Type.Object(taskFields)
const taskWithResultSchema = Type.Object({ ...taskFields, result: nullable(Type.Unknown()) })

/** One's own long work. Others' tasks are not there, whatever one's rights. */
export const taskRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/tasks',
    operationId: 'listTasks',
    summary: 'Long work that I started, the newest first',
    permission: 'public',
    own: 'self',
    query: Type.Object({
      ...pageQuery,
      open: Type.Optional(Type.Boolean({ description: 'Only what has not ended.' })),
    }),
    response: pageOf(taskSchema),
    answer: async (call, { query: { after, limit, open } }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const input = { staffId: staff.value.id, after, open, limit: limit ?? 50 }
      return listTasks(call.house.database, input, (row) => presentTask(row, call))
    },
  }),
  query({
    method: 'GET',
    path: '/tasks/:id',
    operationId: 'getTask',
    summary: 'How far long work is, and what came of it',
    permission: 'public',
    own: 'self',
    params: idParams,
    response: taskWithResultSchema,
    answer: async (call, { params }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const own = { id: params.id, staffId: staff.value.id }
      const { database } = call.house
      const [task, kept] = await Promise.all([findTask(database, own), findTaskResult(database, own)])
      return task ? ok({ ...presentTask(task, call), result: kept?.result ?? null }) : hostRefusals.not_found()
    },
  }),
  query({
    method: 'GET',
    path: '/tasks/:id/result',
    operationId: 'downloadTaskResult',
    summary: 'What came of long work, as a file',
    permission: 'public',
    own: 'self',
    params: idParams,
    sendsFile: true,
    response: fileAnswerSchema,
    answer: async (call, { params }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const own = { id: params.id, staffId: staff.value.id }
      const { database } = call.house
      const [task, kept] = await Promise.all([findTask(database, own), findTaskResult(database, own)])
      if (!task || !kept) return hostRefusals.not_found()
      const body = Buffer.from(`${JSON.stringify(kept.result, null, 2)}\n`)
      return ok({ name: `${task.kind}.json`, mediaType: 'application/json', bytes: body.length, body })
    },
  }),
  command({
    method: 'POST',
    path: '/tasks/:id/cancellation',
    operationId: 'cancelTask',
    summary: 'Ask long work to stop; what is whole stays',
    permission: 'public',
    own: 'self',
    params: idParams,
    response: taskSchema,
    status: 202,
    command: async (ctx, { params }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const task = await cancelTask(ctx, { id: params.id, staffId: staff.value.id })
      return task.ok ? ok(presentTask(task.value, call)) : task
    },
  }),
]

// i18n-dynamic: import-products.task.*
function presentTask(row: TaskRow, { house, locale, requestId }: Call) {
  const translate = house.translations.for(locale)
  return {
    id: row.id,
    kind: row.kind,
    title: translate(row.title_key, row.title_params),
    state: row.state,
    doneCount: row.done_count,
    totalCount: row.total_count,
    cancelAskedAt: row.cancel_asked_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    heartbeatAt: row.heartbeat_at?.toISOString() ?? null,
    hasResult: row.has_result,
    problem: row.problem && shownProblem(problemOf(row.problem, translate, requestId)),
  }
}

/** The schema's members and no others; lists as the schema wants them. */
function shownProblem({ code, title, remedy, field, params, errors }: Problem) {
  return {
    code,
    title,
    remedy,
    ...(field === undefined ? {} : { field }),
    ...(params === undefined ? {} : { params: { ...params } }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => ({ ...error, params: { ...error.params } })) }),
  }
}
