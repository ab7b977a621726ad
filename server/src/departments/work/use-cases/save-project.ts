import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { timeIn } from '../domain/local-time.ts'
import { projectRefusals } from '../domain/project-refusals.ts'
import { readyTemplates, type NamedTemplate } from '../domain/ready-templates.ts'
import type { Assignee } from '../domain/recipient.ts'
import { refusals } from '../domain/refusals.ts'
import { askedBy, movedDue } from '../domain/template.ts'
import { calendarChanged } from '../events.ts'
import { findTemplate } from '../queries/read-projects.ts'
import { insertProject, lockProject, openTodosOf, updateProject } from '../store/projects.ts'
import { lockTodo } from '../store/todos.ts'
import { changeTodo } from './change-todo.ts'
import { makeTodo } from './make-todo.ts'
import { shopZone } from './shop-zone.ts'
import { isTheirsOf } from './view-todo.ts'

export interface ProjectWish {
  /** A ready-made one's word, or an own one's id. */
  readonly template: string
  readonly title: string
  readonly keyOn: LocalDate
  readonly assignees: ReadonlyMap<string, Assignee>
  /** In which language a ready-made template is written out. */
  readonly locale: string
}

export interface KeptProject {
  readonly id: string
  readonly version: number
}

/** All its to-dos in one transaction: either everybody is asked, or nobody. */
export async function makeProject(ctx: Context, wish: ProjectWish): Promise<Result<KeptProject>> {
  const title = wish.title.trim()
  if (title === '') return refusals.title_missing({ field: 'title' })
  const template = await getTemplate(ctx, wish)
  if (!template.ok) return template
  const asked = askedBy(template.value, wish)
  if (!asked.ok) return asked
  const id = ctx.newId<'project'>()
  const { keyOn } = wish
  const madeBy = staffBehind(ctx.actor) ?? null
  insertProject(ctx, { id, title, keyOn, madeBy, template: wish.template, templateName: template.value.name })
  for (const step of asked.value) {
    const made = await makeTodo(ctx, { ...step, projectId: id })
    if (!made.ok) return made
  }
  const facts = { title, template: template.value.name, keyOn: keyOn as string, todos: asked.value.length }
  return note(ctx, { id, version: 1 }, changedFields(undefined, facts))
}

async function getTemplate(ctx: Context, { template, locale }: ProjectWish): Promise<Result<NamedTemplate>> {
  const ready = readyTemplates(locale).find(({ id }) => id === template)
  if (ready) return ok(ready)
  const own = isUuid(template) ? await findTemplate(ctx.tx, template) : undefined
  if (!own) return projectRefusals.template_not_found({ field: 'template' })
  return own.retiredAt === null ? ok(own) : projectRefusals.template_retired({ field: 'template' })
}

export interface ProjectEdit {
  readonly id: string
  readonly version: number | undefined
  readonly title: string
  readonly keyOn: LocalDate
}

/** Moving the key date moves what is still open by as many days; what is done, dropped or has no time stays. */
export async function changeProject(ctx: Context, edit: ProjectEdit): Promise<Result<KeptProject>> {
  const { id, keyOn } = edit
  const title = edit.title.trim()
  const found = await lockProject(ctx, id)
  if (!found || !(await isTheirsOf(ctx, { assignee: '', madeBy: found.madeBy }))) {
    return projectRefusals.project_not_found()
  }
  const expected = expectVersion(found.version, edit.version)
  if (!expected.ok) return expected
  if (title === '') return refusals.title_missing({ field: 'title' })
  const before = { title: found.title, keyOn: found.keyOn as string }
  const changes = changedFields(before, { title, keyOn: keyOn as string })
  if (changes.length === 0) return ok({ id, version: found.version })
  updateProject(ctx, id, { title, keyOn })
  if (keyOn !== found.keyOn) {
    const moved = await moveTodos(ctx, id, { from: found.keyOn, to: keyOn, zone: await shopZone(ctx.tx) })
    if (!moved.ok) return moved
  }
  return note(ctx, { id, version: found.version + 1 }, changes)
}

type Moved = Parameters<typeof movedDue>[1]

async function moveTodos(ctx: Context, projectId: string, moved: Moved): Promise<Result<void>> {
  for (const id of await openTodosOf(ctx, projectId)) {
    const todo = await lockTodo(ctx.tx, id)
    // Ended meanwhile, by who held its lock before us.
    if (!todo?.dueAt || todo.state === 'done' || todo.state === 'dropped') continue
    const due = movedDue(todo.dueAt, moved)
    const edit = { dueOn: localDateIn(due, moved.zone), dueTime: timeIn(due, moved.zone) }
    const changed = await changeTodo(ctx, { id, version: todo.version, edit, sees: async () => true })
    if (!changed.ok) return changed
  }
  return ok()
}

function note(ctx: Context, kept: KeptProject, changes: ReturnType<typeof changedFields>): Result<KeptProject> {
  const { id, version } = kept
  ctx.audit({ action: 'work:project', objectType: 'project', objectId: id, version, changes })
  ctx.emit(calendarChanged(id))
  return ok(kept)
}
