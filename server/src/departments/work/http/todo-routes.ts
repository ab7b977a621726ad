import { Type } from 'typebox'
import { permissionsOf, scopeOf, staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { fragment } from '../../../host/database/sql.ts'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { maySeeRecord, recordKey, showRecords, type RecordRef } from '../../../host/records/record-directory.ts'
import { sayReason } from '../../../host/i18n/translate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { todosList, todosOf } from '../queries/todos-list.ts'
import { changeTodo } from '../use-cases/change-todo.ts'
import { addCheck, removeCheck, tickCheck } from '../use-cases/check-todo.ts'
import { acceptHandover, handOver, sendBack } from '../use-cases/hand-over.ts'
import { makeTodo } from '../use-cases/make-todo.ts'
import { moveTodo, type Doer, type SimpleMove } from '../use-cases/move-todo.ts'
import { mustBeTheirs, nameIn, timeIn, viewTodo } from '../use-cases/view-todo.ts'
import { assigneeChoices, findAssignees, theirsOf } from '../use-cases/whose.ts'
import { presentTodo } from './present.ts'
import {
  checkTextSchema,
  noteSchema,
  reasonSchema,
  todoBody,
  todoPatch,
  todoSchema,
  todoSummarySchema,
} from './schemas.ts'

const reads = { permission: 'work:read', own: 'any', withinScope: 'narrowed' } as const
const writes = { permission: 'work:write', own: 'any', withinScope: 'narrowed' } as const
/** Whoever has an inbox does what they are asked there, also those from outside who see no other to-dos. */
const theirs = { permission: 'inbox:read', own: 'self', withinScope: 'narrowed' } as const

const checkParams = Type.Object({ id: idSchema, checkId: idSchema })

export const todoRoutes: readonly Route[] = [
  ...listRoutes(todosList, {
    path: '/todos',
    permission: 'work:read',
    summary: 'To-dos, the newest first; found by words of their titles',
    item: todoSummarySchema,
    choices: { assignee: assigneeChoices },
    theirs: todosOfCaller,
  }),
  command({
    ...writes,
    method: 'POST',
    path: '/todos',
    operationId: 'makeTodo',
    summary: 'Ask a person, a department, a team or a role to do something',
    body: todoBody,
    response: todoSchema,
    status: 201,
    etag: 'version',
    idempotent: true,
    command: async (ctx, { body }, call) => {
      const made = await makeTodo(ctx, body, seesOf(call))
      return made.ok ? answerWith(ctx, call, made.value.id) : made
    },
  }),
  query({
    ...theirs,
    method: 'GET',
    path: '/todos/:id',
    operationId: 'getTodo',
    summary: 'A to-do with its checklist, its steps and the departments that it went through',
    params: idParams,
    response: todoSchema,
    etag: 'version',
    answer: (call, { params }) => show(call, call.house.database, params.id),
  }),
  command({
    ...writes,
    method: 'PATCH',
    path: '/todos/:id',
    operationId: 'changeTodo',
    summary: 'Change a to-do (If-Match: version); given to somebody else, it is open for them',
    params: idParams,
    body: todoPatch,
    response: todoSchema,
    etag: 'version',
    command: async (ctx, { params, body }, call) => {
      const mayTouch = await mustBeTheirs(
        ctx.tx,
        params.id,
        viewerOf(call, staffBehind(call.actor) ?? '', 'work:write'),
      )
      if (!mayTouch.ok) return mayTouch
      const changed = await changeTodo(ctx, { id: params.id, version: call.ifMatch, edit: body, sees: seesOf(call) })
      return changed.ok ? answerWith(ctx, call, params.id) : changed
    },
  }),
  move('take', 'taking', 'Take it: of two who try at once one has it, and the other learns who'),
  move('give_back', 'return', 'Give it back to those who were asked'),
  move('complete', 'completion', 'It is done'),
  move('drop', 'dropping', 'It is not going to be done; the reason is asked for'),
  move('reopen', 'reopening', 'It is not done after all; the reason is asked for'),
  command({
    ...theirs,
    method: 'POST',
    path: '/todos/:id/handover',
    operationId: 'handOverTodo',
    summary: 'To the next department, once the checklist is complete',
    params: idParams,
    body: Type.Object({
      toUnit: idSchema,
      note: Type.Optional(noteSchema),
      checklist: Type.Optional(Type.Array(checkTextSchema, { maxItems: 50 })),
    }),
    response: todoSchema,
    etag: 'version',
    command: (ctx, { params, body }, call) =>
      act(ctx, call, params.id, (by) => handOver(ctx, { ...body, id: params.id, by })),
  }),
  command({
    ...theirs,
    method: 'POST',
    path: '/todos/:id/acceptance',
    operationId: 'acceptTodo',
    summary: 'Accept what another department handed over',
    params: idParams,
    response: todoSchema,
    etag: 'version',
    command: (ctx, { params }, call) => act(ctx, call, params.id, (by) => acceptHandover(ctx, { id: params.id, by })),
  }),
  command({
    ...theirs,
    method: 'POST',
    path: '/todos/:id/rejection',
    operationId: 'sendBackTodo',
    summary: 'Send back what another department handed over, with the reason',
    params: idParams,
    body: Type.Object({ reason: reasonSchema }),
    response: todoSchema,
    etag: 'version',
    command: (ctx, { params, body }, call) =>
      act(ctx, call, params.id, (by) => sendBack(ctx, { id: params.id, by, reason: body.reason })),
  }),
  command({
    ...theirs,
    method: 'POST',
    path: '/todos/:id/checks',
    operationId: 'addTodoCheck',
    summary: 'Add to the checklist',
    params: idParams,
    body: Type.Object({ text: checkTextSchema }),
    response: todoSchema,
    status: 201,
    etag: 'version',
    command: (ctx, { params, body }, call) =>
      act(ctx, call, params.id, () => addCheck(ctx, { id: params.id, text: body.text })),
  }),
  command({
    ...theirs,
    method: 'PUT',
    path: '/todos/:id/checks/:checkId',
    operationId: 'tickTodoCheck',
    summary: 'Check something off, or take the tick away',
    params: checkParams,
    body: Type.Object({ done: Type.Boolean() }),
    response: todoSchema,
    etag: 'version',
    command: (ctx, { params, body }, call) =>
      act(ctx, call, params.id, (by) => tickCheck(ctx, { ...params, done: body.done, by })),
  }),
  command({
    ...theirs,
    method: 'DELETE',
    path: '/todos/:id/checks/:checkId',
    operationId: 'removeTodoCheck',
    summary: 'Take something off the checklist',
    params: checkParams,
    response: todoSchema,
    etag: 'version',
    command: (ctx, { params }, call) => act(ctx, call, params.id, () => removeCheck(ctx, params)),
  }),
  query({
    ...reads,
    method: 'GET',
    path: '/assignees',
    operationId: 'findAssignees',
    summary: 'To whom something can be given, by part of a name',
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 100 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10, description: 'Of each kind.' })),
    }),
    response: Type.Object({
      items: Type.Array(
        Type.Object({ kind: Type.Enum(['staff', 'unit', 'role']), id: Type.String(), name: Type.String() }),
      ),
    }),
    answer: async ({ house, locale }, { query: { q = '', limit = 10 } }) =>
      ok({ items: await findAssignees(house.database, { typed: q, locale, limit }) }),
  }),
]

function move(action: SimpleMove, noun: string, summary: string): Route {
  const needsReason = action === 'drop' || action === 'reopen'
  const names = {
    take: 'takeTodo',
    give_back: 'giveBackTodo',
    complete: 'completeTodo',
    drop: 'dropTodo',
    reopen: 'reopenTodo',
  }
  return command({
    ...theirs,
    method: 'POST',
    path: `/todos/:id/${noun}`,
    operationId: names[action],
    summary,
    params: idParams,
    body: needsReason ? Type.Object({ reason: reasonSchema }) : Type.Object({ reason: Type.Optional(reasonSchema) }),
    response: todoSchema,
    etag: 'version',
    command: (ctx, { params, body }, call) =>
      act(ctx, call, params.id, (by) => moveTodo(ctx, { id: params.id, move: action, by, reason: body.reason })),
  })
}

async function act(
  ctx: Context,
  call: Call,
  id: string,
  deed: (by: Doer) => Promise<Result<void>>,
): ReturnType<typeof show> {
  const staff = staffOf(call)
  if (!staff.ok) return staff
  const allowed = await mustBeTheirs(ctx.tx, id, viewerOf(call, staff.value.id, 'work:write'))
  if (!allowed.ok) return allowed
  const done = await deed({ id: staff.value.id, name: staff.value.name })
  return done.ok ? answerWith(ctx, call, id) : done
}

async function answerWith(ctx: Context, call: Call, id: string) {
  await ctx.tx.flush()
  return show(call, ctx.tx, id, { justActed: true })
}

type Reader = Parameters<typeof viewTodo>[0]

async function show(call: Call, reader: Reader, id: string, { justActed = false } = {}) {
  const staff = staffOf(call)
  if (!staff.ok) return staff
  const viewer = viewerOf(call, staff.value.id)
  // Who gave it away sees what became of their own deed.
  const viewed = await viewTodo(reader, id, justActed ? { ...viewer, seesAll: true } : viewer)
  if (!viewed.ok) return viewed
  const { todo, parts, zone, possible } = viewed.value
  const ref = refOf(todo)
  const { house, actor, locale } = call
  const records = ref ? await showRecords(house, { actor, locale }, [ref]) : undefined
  const record = (ref && records?.get(recordKey(ref))) ?? null
  const saying = {
    parts,
    zone,
    allowedActions: allowedActions(
      call,
      possible.map((one) => ({ ...one, permission: 'inbox:read' })),
    ),
    record,
    timeIn,
    nameIn: (names: typeof todo.assigneeNames) => nameIn(names, locale),
    reasonIn: (reason: string | null) => sayReason(reason, house.translations, house.translations.for(locale)),
  }
  return ok(presentTodo(todo, saying))
}

const refOf = ({
  recordType,
  recordId,
}: {
  recordType: string | null
  recordId: string | null
}): RecordRef | undefined => (recordType !== null && recordId !== null ? { type: recordType, id: recordId } : undefined)

const viewerOf = ({ actor }: Call, id: string, right = 'work:read') => ({
  id,
  seesAll: permissionsOf(actor).has(right) && scopeOf(actor) === undefined,
})

const seesOf = (call: Call) => (ref: RecordRef) => maySeeRecord(call.house, call.actor, ref)

async function todosOfCaller({ house, actor }: Call) {
  const theirs = await theirsOf(house.database, actor)
  return theirs ? todosOf(theirs.staffId, theirs.addresses) : fragment`true`
}
