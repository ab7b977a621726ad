import type { Actor } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { nameIn } from '../domain/names.ts'
import { projectRefusals } from '../domain/project-refusals.ts'
import { readyTemplates, type NamedTemplate } from '../domain/ready-templates.ts'
import {
  findProject,
  findTemplate,
  listProjectTodos,
  type ProjectRow,
  type ProjectTodo,
} from '../queries/read-projects.ts'

import { theirsOf } from './whose.ts'

type Reader = Pick<Database, 'row' | 'rows'>

export interface ProjectView extends ProjectRow {
  readonly todos: readonly (ProjectTodo & { readonly assigneeName: string })[]
}

export async function viewProject(
  reader: Reader,
  id: string,
  { now, locale, actor }: { readonly now: Date; readonly locale: string; readonly actor: Actor },
): Promise<Result<ProjectView>> {
  const theirs = await theirsOf(reader, actor)
  const project = await findProject(reader, id, { now, theirs })
  if (!project) return projectRefusals.project_not_found()
  const todos = await listProjectTodos(reader, id, theirs)
  return ok({ ...project, todos: todos.map((todo) => ({ ...todo, assigneeName: nameIn(todo.assigneeNames, locale) })) })
}

/** Null where it is of the program, which nobody changes. */
export interface TemplateView extends NamedTemplate {
  readonly version: number | null
}

/** In the reader's language. */
export function viewReadyTemplates(locale: string): TemplateView[] {
  return readyTemplates(locale).map((one) => ({ ...one, version: null }))
}

/** A ready-made one by its word, or one of the house by its id. */
export async function viewTemplate(reader: Reader, id: string, locale: string): Promise<Result<TemplateView>> {
  const ready = viewReadyTemplates(locale).find((one) => one.id === id)
  if (ready) return ok(ready)
  const own = isUuid(id) ? await findTemplate(reader, id) : undefined
  return own && own.retiredAt === null ? ok(own) : projectRefusals.template_not_found()
}
