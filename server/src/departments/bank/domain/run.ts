import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export type RunState = 'prepared' | 'released' | 'sent' | 'discarded'
export const RUN_STATES: readonly RunState[] = ['prepared', 'released', 'sent', 'discarded']

export type RunAct = 'release' | 'send' | 'discard' | 'download'

const FROM: Readonly<Record<RunAct, readonly RunState[]>> = {
  release: ['prepared'],
  send: ['released'],
  discard: ['prepared', 'released'],
  download: ['released', 'sent'],
}

/** What may be done with a file for the bank: its money moves once it is there, so nothing is taken back then. */
export function mayDo(act: RunAct, state: RunState): Result<void> {
  if (FROM[act].includes(state)) return ok()
  return state === 'prepared' ? refusals.run_not_released() : refusals.run_ended()
}
