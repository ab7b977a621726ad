import { Type, type Static } from 'typebox'
import { allowedActionSchema, dateSchema, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'

export const kindSchema = Type.Enum(['todo', 'approval', 'mention', 'alert'])
export const prioritySchema = Type.Enum(['low', 'normal', 'high', 'urgent'])
export const stateSchema = Type.Enum(['open', 'taken', 'done', 'dropped'])
export const viewSchema = Type.Enum(['open', 'unread', 'due', 'snoozed', 'done'])
export const mentionMailsSchema = Type.Enum(['at_once', 'never'])
export const digestsSchema = Type.Enum(['daily', 'never'])

/** 'HH:MM' in the shop's zone. */
export const timeSchema = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
export const titleSchema = Type.String({ minLength: 1, maxLength: 200 })
export const noteSchema = Type.String({ maxLength: 4_000 })
export const checkTextSchema = Type.String({ minLength: 1, maxLength: 200 })
export const reasonSchema = Type.String({ minLength: 1, maxLength: 500 })

export const recordRefSchema = Type.Object({
  type: Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z][a-z0-9_]{0,39}$' }),
  id: Type.String({
    pattern: '^[A-Za-z0-9_-]{1,60}$',
    examples: ['01920000-0000-7000-8000-000000000001'],
    description: 'Of a few kinds a code.',
  }),
})

export const shownRecordSchema = Type.Object({
  type: Type.String(),
  id: Type.String(),
  title: nullable(Type.String({ description: 'Null for what the reader may not see.' })),
  path: nullable(Type.String({ description: 'Below the back office.' })),
})

export const assigneeSchema = Type.Object({
  kind: Type.Enum(['staff', 'unit', 'role']),
  id: Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9_-]{1,60}$', description: 'A role’s code.' }),
})

export const namedSchema = Type.Object({
  kind: Type.Enum(['staff', 'unit', 'role', 'may']),
  id: Type.String(),
  name: Type.String(),
})

export const itemSchema = Type.Object({
  id: idSchema,
  kind: kindSchema,
  title: Type.String({ description: 'In the language of the request.' }),
  path: Type.String({ description: 'Where it opens, below the back office.' }),
  record: nullable(shownRecordSchema),
  recipient: namedSchema,
  at: instantSchema,
  dueAt: nullable(instantSchema),
  seen: Type.Boolean(),
  snoozedUntil: nullable(instantSchema),
  closedAt: nullable(instantSchema),
  todo: nullable(Type.Object({ id: idSchema, state: stateSchema, priority: prioritySchema })),
})

export const inboxCountSchema = Type.Object({
  unread: Type.Integer(),
  dueToday: Type.Integer(),
  overdue: Type.Integer(),
  most: Type.Integer({ description: 'A figure above it means more than that.' }),
  channels: Type.Array(Type.String(), {
    description: 'Ids under which `inbox.changed.v1` tells on /api/live that this inbox has changed.',
  }),
})

export const todoBody = Type.Object({
  title: titleSchema,
  note: Type.Optional(noteSchema),
  record: Type.Optional(nullable(recordRefSchema)),
  assignee: assigneeSchema,
  dueOn: Type.Optional(nullable(dateSchema)),
  dueTime: Type.Optional(nullable(timeSchema)),
  priority: Type.Optional(prioritySchema),
  checklist: Type.Optional(Type.Array(checkTextSchema, { maxItems: 50 })),
})

export const todoPatch = Type.Object({
  title: Type.Optional(titleSchema),
  note: Type.Optional(noteSchema),
  record: Type.Optional(nullable(recordRefSchema)),
  assignee: Type.Optional(assigneeSchema),
  dueOn: Type.Optional(nullable(dateSchema)),
  dueTime: Type.Optional(nullable(timeSchema)),
  priority: Type.Optional(prioritySchema),
})
export type TodoPatch = Static<typeof todoPatch>

export const todoSummarySchema = Type.Object({
  id: idSchema,
  title: Type.String(),
  state: stateSchema,
  priority: prioritySchema,
  assigneeKind: Type.String(),
  assignee: Type.String({ description: 'As the filter takes it: `unit:0192…`.' }),
  assigneeName: Type.String(),
  takenBy: nullable(Type.String()),
  madeBy: nullable(Type.String()),
  dueAt: nullable(instantSchema),
  madeAt: instantSchema,
  endedAt: nullable(instantSchema),
  recordType: nullable(Type.String()),
  recordId: nullable(Type.String()),
  project: nullable(Type.String()),
  checks: Type.Object({ done: Type.Integer(), total: Type.Integer() }),
})

const nameSchema = nullable(Type.String())

export const todoSchema = Type.Object({
  id: idSchema,
  title: Type.String(),
  note: Type.String(),
  state: stateSchema,
  priority: prioritySchema,
  assignee: namedSchema,
  takenBy: nullable(Type.Object({ id: idSchema, name: Type.String() })),
  madeBy: nameSchema,
  madeAt: instantSchema,
  endedAt: nullable(instantSchema),
  dueAt: nullable(instantSchema),
  dueOn: nullable(dateSchema),
  dueTime: nullable(Type.String({ description: 'In the shop’s zone.' })),
  timeZone: Type.String(),
  record: nullable(shownRecordSchema),
  project: nullable(Type.Object({ id: idSchema, title: Type.String() })),
  recurring: Type.Boolean(),
  checks: Type.Array(
    Type.Object({ id: idSchema, text: Type.String(), doneAt: nullable(instantSchema), doneBy: nameSchema }),
  ),
  steps: Type.Array(
    Type.Object({
      id: idSchema,
      step: Type.String(),
      at: instantSchema,
      by: nameSchema,
      reason: nullable(Type.String()),
    }),
  ),
  handovers: Type.Array(
    Type.Object({
      id: idSchema,
      from: Type.String(),
      fromPerson: Type.String(),
      to: Type.String(),
      note: Type.String(),
      checks: Type.Array(Type.String()),
      at: instantSchema,
      verdict: nullable(Type.Enum(['accepted', 'sent_back'])),
      verdictAt: nullable(instantSchema),
      verdictBy: nameSchema,
      reason: nullable(Type.String()),
    }),
  ),
  allowedActions: Type.Array(allowedActionSchema),
  version: Type.Integer(),
})

/** Talk asks for the record's own permission, and keeps those from outside to what is shared with them. */
export const talking = { permission: 'inbox:read', own: 'any', withinScope: 'narrowed' } as const
