import { Type, type Static } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { dateSchema, idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { localDate } from '../../../kernel/time.ts'
import { projectsList } from '../queries/projects-list.ts'
import { isProjectOf, type ProjectRow } from '../queries/read-projects.ts'
import { changeProject, makeProject } from '../use-cases/save-project.ts'
import { viewProject } from '../use-cases/view-projects.ts'
import { theirsOf } from '../use-cases/whose.ts'
import { assigneeSchema, prioritySchema, stateSchema, titleSchema } from './schemas.ts'
import { partyKeySchema, templateRefSchema } from './template-routes.ts'

const about = {
  id: idSchema,
  title: Type.String(),
  templateName: Type.String({ description: 'As it was called when it was used.' }),
  keyOn: dateSchema,
  version: Type.Integer(),
}
const counts = { done: Type.Integer(), total: Type.Integer(), overdue: Type.Integer() }
const listedSchema = Type.Object({ ...about, ...counts, madeAt: instantSchema })
const summary = { ...about, progress: Type.Object(counts) }

const projectSchema = Type.Object({
  ...summary,
  todos: Type.Array(
    Type.Object({
      id: idSchema,
      title: Type.String(),
      state: stateSchema,
      priority: prioritySchema,
      dueAt: nullable(instantSchema),
      assigneeName: Type.String(),
      takenBy: nullable(Type.String()),
    }),
  ),
})

const keptSchema = Type.Object({ id: idSchema, version: Type.Integer() })
const reads = { permission: 'work:read', own: 'any', withinScope: 'narrowed' } as const
const writes = { permission: 'work:write', own: 'any', withinScope: 'narrowed', etag: 'version' } as const

export const projectRoutes: readonly Route[] = [
  ...listRoutes(projectsList, {
    path: '/projects',
    permission: 'work:read',
    summary: 'Projects with how far they are, by their key dates, the latest first; found by words of their titles',
    item: listedSchema,
    theirs: async ({ house, actor }) => isProjectOf(await theirsOf(house.database, actor)),
  }),
  query({
    ...reads,
    method: 'GET',
    path: '/projects/:id',
    operationId: 'getProject',
    summary: 'A project with its to-dos',
    params: idParams,
    response: projectSchema,
    etag: 'version',
    answer: async ({ house, actor, locale }, { params: { id } }) => {
      const viewed = await viewProject(house.database, id, { locale, actor, now: house.clock.now() })
      if (!viewed.ok) return viewed
      const { todos, ...project } = viewed.value
      return ok({
        ...present(project),
        todos: todos.map(({ dueAt, assigneeNames: _names, ...todo }) => ({
          ...todo,
          dueAt: dueAt?.toISOString() ?? null,
        })),
      })
    },
  }),
  command({
    ...writes,
    method: 'POST',
    path: '/projects',
    operationId: 'makeProject',
    summary: 'Use a template: all its to-dos at once, around the key date',
    body: Type.Object({
      template: templateRefSchema,
      title: titleSchema,
      keyOn: dateSchema,
      assignees: Type.Array(Type.Object({ party: partyKeySchema, assignee: assigneeSchema }), { maxItems: 20 }),
    }),
    response: keptSchema,
    status: 201,
    idempotent: true,
    command: (ctx, { body: { keyOn, assignees, ...body } }, { locale }) =>
      makeProject(ctx, {
        ...body,
        locale,
        keyOn: localDate(keyOn),
        assignees: new Map(assignees.map(({ party, assignee }) => [party, assignee])),
      }),
  }),
  command({
    ...writes,
    method: 'PUT',
    path: '/projects/:id',
    operationId: 'changeProject',
    summary: 'Name it otherwise, or move its key date and with it what is open (If-Match: version)',
    params: idParams,
    body: Type.Object({ title: titleSchema, keyOn: dateSchema }),
    response: keptSchema,
    command: (ctx, { params, body }, { ifMatch }) =>
      changeProject(ctx, { id: params.id, version: ifMatch, title: body.title, keyOn: localDate(body.keyOn) }),
  }),
]

const summarySchema = Type.Object(summary)

function present({ total, done, overdue, ...row }: ProjectRow): Static<typeof summarySchema> {
  return { ...row, progress: { done, total, overdue } }
}
