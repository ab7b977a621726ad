import type { Context } from '../../../host/context.ts'
import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { importRefusals } from '../domain/import-refusals.ts'
import {
  mayStep,
  type ImportPlan,
  type ImportRecord,
  type ImportRefusal,
  type ImportStep,
} from '../domain/import-record.ts'
import {
  deleteMapping,
  forgetFiles,
  forgetRefusals,
  insertImport,
  lockImport,
  writeBegun,
  writeEnded,
  writeMapping,
  writePlanOf,
  writeRefused,
  writeRefusals,
  writeTried,
  writeUndoEnded,
  type NewImport,
  type TriedImport,
} from '../store/imports.ts'

/** For as long as somebody may want to see the rows that were refused; what an import did is kept. */
const KEEP_FILES_MS = 90 * 86_400_000

/** Keeps a file that is to be imported; files of three months ago are forgotten. */
export function createImport(
  ctx: Context,
  { whole = false, ...input }: Omit<NewImport, 'id' | 'whole'> & { readonly whole?: boolean },
): string {
  const id = ctx.newId<'import'>()
  forgetFiles(ctx, new Date(ctx.now.getTime() - KEEP_FILES_MS))
  insertImport(ctx, { ...input, whole, id })
  audit(ctx, id, [{ field: 'file', before: null, after: input.name }])
  return id
}

/** Says what the columns are. What was tried before counts no more. */
export async function planImport(ctx: Context, id: string, plan: ImportPlan): Promise<Result<void>> {
  const found = await lockFor(ctx, id, 'plan')
  if (!found.ok) return found
  writePlanOf(ctx, id, plan)
  return ok()
}

const STATES = { trial: 'trying', run: 'running', whole: 'running', undo: 'undoing' } as const

/** Begins a trial, a run or its undoing; `start` asks for the task that carries it out, where there is one. */
export async function beginImport(
  ctx: Context,
  id: string,
  {
    step,
    start,
  }: { readonly step: Exclude<ImportStep, 'plan'>; readonly start: (record: ImportRecord) => string | null },
): Promise<Result<{ taskId: string | null }>> {
  const found = await lockFor(ctx, id, step)
  if (!found.ok) return found
  const taskId = start(found.value)
  if (step === 'trial') forgetRefusals(ctx, id)
  writeBegun(ctx, id, { state: STATES[step], taskId })
  if (step !== 'trial') audit(ctx, id, [{ field: 'state', before: found.value.state, after: STATES[step] }])
  return ok({ taskId })
}

export function keepTrial(ctx: Context, id: string, tried: TriedImport & { refused: readonly ImportRefusal[] }): void {
  forgetRefusals(ctx, id)
  writeTried(ctx, id, tried)
  writeRefusals(ctx, id, tried.refused)
}

/** `problem`: what ended it before its time. */
export function endImport(
  ctx: Context,
  id: string,
  { state, problem }: { state: 'stopped' | 'done'; problem: Refusal | null },
): void {
  writeEnded(ctx, id, state, problem)
  audit(ctx, id, [{ field: 'state', before: 'running', after: state }])
}

/** A file that is imported whole or not at all, and is not right: its rows are told as after a trial. */
export function refuseImport(
  ctx: Context,
  id: string,
  { problem, refused }: { readonly problem: Refusal; readonly refused: readonly ImportRefusal[] },
): void {
  writeRefused(ctx, id, problem)
  writeRefusals(ctx, id, refused)
  audit(ctx, id, [{ field: 'state', before: 'running', after: 'refused' }])
}

export function endUndo(ctx: Context, id: string): void {
  writeUndoEnded(ctx, id)
  audit(ctx, id, [{ field: 'state', before: 'undoing', after: 'undone' }])
}

/** Keeps a mapping under a name; the same name again replaces it. */
export function saveImportMapping(ctx: Context, mapping: Parameters<typeof writeMapping>[1]): void {
  writeMapping(ctx, mapping)
  ctx.audit({ action: 'catalog:import', objectType: 'import_mapping', objectId: mapping.name })
}

export async function removeImportMapping(ctx: Context, name: string): Promise<Result<void>> {
  if (!(await deleteMapping(ctx, name))) return importRefusals.mapping_not_found()
  ctx.audit({
    action: 'catalog:import',
    objectType: 'import_mapping',
    objectId: name,
    changes: [{ field: 'removed', before: false, after: true }],
  })
  return ok()
}

async function lockFor(ctx: Context, id: string, step: ImportStep): Promise<Result<ImportRecord>> {
  const record = await lockImport(ctx, id)
  if (!record) return importRefusals.import_not_found()
  return mayStep(step, record) ? ok(record) : importRefusals.import_not_now({ params: { state: record.state } })
}

function audit(ctx: Context, id: string, changes: readonly { field: string; before: unknown; after: unknown }[]): void {
  ctx.audit({ action: 'catalog:import', objectType: 'product_import', objectId: id, changes })
}

export { writeRefusals as keepRefusals, writeStep as keepStep, writeUndone as keepUndone } from '../store/imports.ts'
