import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { TaskDefinition } from '../../../host/tasks/task.ts'
import { runTrial } from '../run-trial.ts'

export const TRIAL_TASK = 'try-promotion'

const inputSchema = Type.Object({ id: Type.String(), run: Type.Integer() })

/** Begun anew after a kill it goes on at the last step that was kept. */
export const trialTask: TaskDefinition = {
  kind: TRIAL_TASK,
  permission: 'pricing:promote',
  path: '/promotions',
  run: (house, { actor, requestId, input }, report) =>
    runTrial(house, Value.Parse(inputSchema, input), {
      options: { actor, requestId },
      onProgress: (done, total) => report.progress(done, total),
      stopAsked: () => report.stopAsked(),
    }),
}
