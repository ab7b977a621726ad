import type { Context } from '../../../host/context.ts'
import { actorText } from '../../../host/actor.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { TemplateFields } from '../domain/template.ts'

export interface LockedTemplate extends TemplateFields {
  readonly id: string
  readonly retired: boolean
  readonly version: number
}

export function lockTemplate({ tx }: Context, id: string): Promise<LockedTemplate | undefined> {
  return tx.row(sql<LockedTemplate>`
    SELECT t.id, t.name, t.note, t.parties, t.steps, t.version,
      EXISTS (SELECT 1 FROM work.template_retirement r WHERE r.template_id = t.id) AS retired
    FROM work.template t WHERE t.id = ${id} FOR UPDATE OF t`)
}

export function insertTemplate(ctx: Context, id: string, { name, note, parties, steps }: TemplateFields): void {
  ctx.tx.later(sql`
    INSERT INTO work.template (id, name, note, parties, steps, made_at)
    VALUES (${id}, ${name}, ${note}, ${jsonText(parties)}::jsonb, ${jsonText(steps)}::jsonb, ${ctx.now})`)
}

export function updateTemplate(ctx: Context, id: string, { name, note, parties, steps }: TemplateFields): void {
  ctx.tx.later(sql`
    UPDATE work.template SET name = ${name}, note = ${note}, parties = ${jsonText(parties)}::jsonb,
      steps = ${jsonText(steps)}::jsonb, version = version + 1
    WHERE id = ${id}`)
}

export function insertRetirement(ctx: Context, id: string, reason: string): void {
  ctx.tx.later(sql`
    INSERT INTO work.template_retirement (template_id, at, by, reason)
    VALUES (${id}, ${ctx.now}, ${actorText(ctx.actor)}, ${reason})`)
  ctx.tx.later(sql`UPDATE work.template SET version = version + 1 WHERE id = ${id}`)
}

export interface NewProject {
  readonly id: string
  readonly title: string
  readonly template: string
  readonly templateName: string
  readonly keyOn: LocalDate
  readonly madeBy: string | null
}

export function insertProject(ctx: Context, { id, title, template, templateName, keyOn, madeBy }: NewProject): void {
  ctx.tx.later(sql`
    INSERT INTO work.project (id, title, template, template_name, anchor_on, made_by, made_at)
    VALUES (${id}, ${title}, ${template}, ${templateName}, ${keyOn}::date, ${madeBy}, ${ctx.now})`)
}

export interface LockedProject {
  readonly id: string
  readonly title: string
  readonly keyOn: LocalDate
  readonly madeBy: string | null
  readonly version: number
}

export function lockProject({ tx }: Context, id: string): Promise<LockedProject | undefined> {
  return tx.row(sql<LockedProject>`
    SELECT id, title, anchor_on::text AS "keyOn", made_by AS "madeBy", version FROM work.project WHERE id = ${id} FOR UPDATE`)
}

export function updateProject(
  ctx: Context,
  id: string,
  { title, keyOn }: Pick<LockedProject, 'title' | 'keyOn'>,
): void {
  ctx.tx.later(sql`
    UPDATE work.project SET title = ${title}, anchor_on = ${keyOn}::date, version = version + 1 WHERE id = ${id}`)
}

/** Those of a project that nobody has ended and that are due some day, in the order in which to-dos are locked. */
export async function openTodosOf({ tx }: Context, projectId: string): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`
    SELECT id FROM work.todo
    WHERE project_id = ${projectId} AND state IN ('open', 'taken') AND due_at IS NOT NULL ORDER BY id`)
  return rows.map(({ id }) => id)
}
