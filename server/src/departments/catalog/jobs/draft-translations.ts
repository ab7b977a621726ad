import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import type { TaskDefinition } from '../../../host/tasks/task.ts'
import { TARGETS, TRANSLATED_KINDS } from '../queries/translations.ts'
import { draftByMachine } from '../use-cases/draft-by-machine.ts'
import { resealMachineKey } from '../use-cases/put-machine-translator.ts'

const inputSchema = Type.Object({ kind: Type.Enum([...TRANSLATED_KINDS]), language: Type.Enum([...TARGETS]) })

export const draftTask: TaskDefinition = {
  kind: 'draft-translations',
  permission: 'catalog:translate',
  path: '/translations',
  run: (house, { input, actor, requestId }, report) => {
    const { kind, language } = Value.Parse(inputSchema, input)
    return draftByMachine(house, { kind, language: String(language), actor, requestId }, report)
  },
}

/** While a former secret is named; without one it returns at once. */
export const resealMachineKeyJob: JobDefinition = {
  kind: 'reseal-machine-key',
  schedule: '*/10 * * * *',
  run: resealMachineKey,
}
