import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { keepTrial } from '../../../departments/catalog/index.ts'
import { runCommand, type House } from '../../../host/context.ts'
import type { RunningTask, TaskDefinition, TaskReport } from '../../../host/tasks/task.ts'
import { ok } from '../../../kernel/result.ts'
import { placesOf } from '../carry-out.ts'
import { shownReport } from '../shown-report.ts'
import { undoImportBy } from '../undo-import.ts'
import { loadImport, MOST_REFUSALS, runImport } from './run-import.ts'
import { importProducts } from './with-host.ts'

const inputSchema = Type.Object({ importId: Type.String() })
const common = { permission: 'catalog:import', path: '/products/imports' } as const

const loadFor = (house: House, { input }: RunningTask) => loadImport(house, Value.Parse(inputSchema, input).importId)

function watching({ actor, requestId }: RunningTask, report: TaskReport) {
  return {
    actor,
    requestId,
    onProgress: (done: number, total: number) => report.progress(done, total),
    stopAsked: () => report.stopAsked(),
  }
}

/** Tries the whole file and keeps what would change, with every row that is refused; the sound ones are told all the same. */
export const trialTask: TaskDefinition = {
  kind: 'try-import',
  ...common,
  run: async (house, task, report) => {
    const loaded = await loadFor(house, task)
    if (!loaded.ok) return loaded
    const { record, kept } = loaded.value
    const tried = await importProducts(house, {
      ...kept,
      ...watching(task, report),
      pictures: 'by_address',
      dryRun: true,
      leaveOut: true,
    })
    const { actor, requestId } = task
    return runCommand(house, { actor, requestId }, async (ctx) => {
      const problem = tried.ok ? null : tried.refusal
      const refused = tried.ok ? tried.value.refused : placesOf(tried.refusal)
      const shown = tried.ok ? shownReport(tried.value) : null
      const place = { currency: shown?.currency ?? null, location: shown?.location ?? null }
      keepTrial(ctx, record.id, {
        ...place,
        report: shown,
        problem: problem && { ...problem, others: [] },
        refused: refused.slice(0, MOST_REFUSALS),
      })
      return ok({ importId: record.id })
    })
  },
}

/** Carries an import out; what is imported whole fails with its rows where one of them is not right. */
export const runTask: TaskDefinition = {
  kind: 'run-import',
  ...common,
  run: async (house, task, report) => {
    const loaded = await loadFor(house, task)
    if (!loaded.ok) return loaded
    const done = await runImport(house, { ...loaded.value, ...watching(task, report) })
    return done.ok ? ok({ ...shownReport(done.value), importId: done.value.importId }) : done
  },
}

export const undoTask: TaskDefinition = {
  kind: 'undo-import',
  ...common,
  run: async (house, task, report) => {
    const { importId } = Value.Parse(inputSchema, task.input)
    const { actor, requestId, ...watched } = watching(task, report)
    return undoImportBy(
      { ...watched, run: (command) => runCommand(house, { actor, requestId }, command) },
      house,
      importId,
    )
  },
}
