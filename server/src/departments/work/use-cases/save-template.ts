import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { projectRefusals } from '../domain/project-refusals.ts'
import { refusals } from '../domain/refusals.ts'
import { decideTemplate, type TemplateFields } from '../domain/template.ts'
import {
  insertRetirement,
  insertTemplate,
  lockTemplate,
  updateTemplate,
  type LockedTemplate,
} from '../store/projects.ts'

export interface KeptTemplate {
  readonly id: string
  readonly version: number
}

export async function makeTemplate(ctx: Context, wish: TemplateFields): Promise<Result<KeptTemplate>> {
  const decided = decideTemplate(wish)
  if (!decided.ok) return decided
  const id = ctx.newId<'template'>()
  insertTemplate(ctx, id, decided.value)
  return note(ctx, { id, version: 1 }, changedFields(undefined, facts(decided.value)))
}

export interface TemplateEdit {
  readonly id: string
  readonly version: number | undefined
}

/** Projects that were made from it stay as they are. */
export async function changeTemplate(
  ctx: Context,
  edit: TemplateEdit,
  wish: TemplateFields,
): Promise<Result<KeptTemplate>> {
  const found = await getLiving(ctx, edit)
  if (!found.ok) return found
  const decided = decideTemplate(wish)
  if (!decided.ok) return decided
  const { id, version } = found.value
  const changes = changedFields(facts(found.value), facts(decided.value))
  if (changes.length === 0) return ok({ id, version })
  updateTemplate(ctx, id, decided.value)
  return note(ctx, { id, version: version + 1 }, changes)
}

export async function retireTemplate(
  ctx: Context,
  edit: TemplateEdit & { reason: string },
): Promise<Result<KeptTemplate>> {
  const reason = edit.reason.trim()
  if (reason === '') return refusals.reason_missing({ field: 'reason' })
  const found = await getLiving(ctx, edit)
  if (!found.ok) return found
  const { id, version } = found.value
  insertRetirement(ctx, id, reason)
  return note(ctx, { id, version: version + 1 }, [{ field: 'retired', before: false, after: true }], reason)
}

async function getLiving(ctx: Context, { id, version }: TemplateEdit): Promise<Result<LockedTemplate>> {
  const found = await lockTemplate(ctx, id)
  if (!found) return projectRefusals.template_not_found()
  if (found.retired) return projectRefusals.template_retired()
  const expected = expectVersion(found.version, version)
  return expected.ok ? ok(found) : expected
}

function note(
  ctx: Context,
  kept: KeptTemplate,
  changes: ReturnType<typeof changedFields>,
  reason?: string,
): Result<KeptTemplate> {
  const { id, version } = kept
  const why = reason === undefined ? {} : { reason }
  ctx.audit({ action: 'work:template', objectType: 'template', objectId: id, version, changes, ...why })
  return ok(kept)
}

/** As the trail tells them. */
function facts({ name, note: words, parties, steps }: TemplateFields) {
  return {
    name,
    note: words,
    roles: parties.map((party) => party.name),
    steps: steps.map(({ title, dueDays, party }) => `${dueDays} ${title} (${party})`),
  }
}
