import { isProblem } from '../../client/problem.ts'
import type { Values } from './field.ts'
import { onTopOf, valuesOf, type Loaded, type RecordState } from './record-state.ts'

export interface Sent {
  /** Every field. */
  readonly values: Values
  /** Those that this person changed. */
  readonly changes: Values
  readonly version: number | undefined
}

interface Ways {
  /** Refused with 409 when somebody saved since `version`. What it answers may tell the new version. */
  readonly save: (sent: Sent) => Promise<unknown>
  /** Reads the record anew; without it a conflict is the caller's. */
  readonly reread: (() => Promise<Loaded>) | undefined
  /** Somebody else's save has come in: whoever shows the record lays what was typed on top of it. */
  readonly onTheirs: (theirs: Loaded) => void
}

const MOST_MERGES = 3

/**
 * Saves; when somebody else was faster, reads what they saved, lays the edits on top and saves again against their version.
 * Undefined: both changed the same, and somebody has to choose.
 */
export async function saveMerging(from: RecordState, { save, reread, onTheirs }: Ways): Promise<Loaded | undefined> {
  let state = from
  for (let tries = 0; ; tries++) {
    const values = valuesOf(state)
    try {
      const answer = await save({ values, changes: state.mine, version: state.base.version })
      return { values, version: versionOf(answer) ?? state.base.version }
    } catch (error) {
      if (!isConflict(error) || !reread || tries >= MOST_MERGES) throw error
      const theirs = await reread()
      onTheirs(theirs)
      state = onTopOf(state, theirs)
      if (state.conflict) return undefined
      if (Object.keys(state.mine).length === 0) return state.base
    }
  }
}

/** Each department names its own: `host.version_conflict`, `catalog.version_conflict`. */
export function isConflict(error: unknown): boolean {
  return isProblem(error) && error.code.endsWith('.version_conflict')
}

function versionOf(answer: unknown): number | undefined {
  const version = (answer as { readonly version?: unknown } | undefined)?.version
  return typeof version === 'number' ? version : undefined
}
