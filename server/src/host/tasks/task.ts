import type { Result } from '../../kernel/result.ts'
import type { StaffActor } from '../auth/staff-directory.ts'
import type { House } from '../context.ts'

export type TaskState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

/** A task as its work sees it. `actor` is who started it, with what they may do now. */
export interface RunningTask {
  readonly id: string
  readonly kind: string
  readonly actor: StaffActor
  readonly requestId: string | undefined
  readonly input: Readonly<Record<string, unknown>>
  /** 1 at first; more when a worker died or gave it back, so that the work begins anew. */
  readonly attempt: number
}

/** How long work tells where it is and learns whether it is still wanted. */
export interface TaskReport {
  /** Written outside the work's own transactions, at most twice a second; cheap to call as often as one likes. */
  progress(done: number, total: number): void
  /**
   * Asked between two chunks: true when the work is to end here, keeping what is whole (the person asked for it, or may not do
   * this any more). Throws when the work was taken from this process, and then nothing it did since counts.
   */
  stopAsked(): Promise<boolean>
}

/**
 * Long work that a person starts and watches. It runs at least once and may be killed anywhere: begun anew with the same
 * input it must lead to the same end. What it answers is kept with the task; a refusal ends it as failed, a thrown error is
 * tried again.
 */
export interface TaskDefinition {
  readonly kind: string
  /** Held when starting, when running begins and between chunks: nobody acts after losing the right to. */
  readonly permission: string
  /** Where its outcome is read, below the back office. */
  readonly path?: string
  readonly run: (house: House, task: RunningTask, report: TaskReport) => Promise<Result<unknown>>
}
