import type { Values } from './field.ts'
import { mergeEdits, settle, type Clash } from './merge-edits.ts'
import { sameValue } from './same-value.ts'

/** A record's fields as the house has them. */
export interface Loaded {
  readonly values: Values
  /** Goes into If-Match; undefined while the record does not exist. */
  readonly version?: number | undefined
  /** Who changed a field (`names.it`) last, and when; from the audit. */
  readonly changedBy?: (path: string) => { readonly name: string | null; readonly at: string } | undefined
}

/** What a form knows: the record as it was loaded, what this person changed, and what somebody else saved meanwhile. */
export interface RecordState {
  readonly base: Loaded
  readonly mine: Values
  /** Set while both changed the same: these wait for a choice. */
  readonly conflict?: { readonly theirs: Loaded; readonly clashes: readonly Clash[] }
}

export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>

export function valuesOf({ base, mine }: RecordState): Values {
  return { ...base.values, ...mine }
}

/** A field that holds again what was loaded is not changed. */
export function withEdit({ base, mine, conflict }: RecordState, name: string, value: unknown): RecordState {
  const { [name]: _before, ...others } = mine
  const next = sameValue(value, base.values[name]) ? others : { ...others, [name]: value }
  return { base, mine: next, ...(conflict ? { conflict } : {}) }
}

/** The same edits on top of a newer record. What only one side changed is settled by itself. */
export function onTopOf({ base, mine }: RecordState, theirs: Loaded): RecordState {
  const merged = mergeEdits({ base: base.values, mine, theirs: theirs.values })
  if (merged.clashes.length === 0) return { base: theirs, mine: merged.mine }
  return { base, mine, conflict: { theirs, clashes: merged.clashes } }
}

/** Once each clash is chosen: what is left to be saved, against their version. */
export function settled({ base, mine, conflict }: RecordState, choices: Choices): RecordState {
  if (!conflict) return { base, mine }
  const merged = mergeEdits({ base: base.values, mine, theirs: conflict.theirs.values })
  const left = merged.clashes.reduce((edits, clash) => settle(edits, clash, choices[clash.path] ?? 'mine'), merged.mine)
  const changed = Object.entries(left).filter(([name, value]) => !sameValue(value, conflict.theirs.values[name]))
  return { base: conflict.theirs, mine: Object.fromEntries(changed) }
}

/** After a save: what was typed while it was under way is still to be saved. */
export function afterSave({ mine }: RecordState, base: Loaded): RecordState {
  return {
    base,
    mine: Object.fromEntries(Object.entries(mine).filter(([name, value]) => !sameValue(value, base.values[name]))),
  }
}

/**
 * The record as it comes in again: by itself, or because somebody saved. One that is older than what this form has saved is
 * passed over; while a conflict is open nothing moves.
 */
export function refreshed(state: RecordState, loaded: Loaded): RecordState {
  const isOlder = (loaded.version ?? 0) < (state.base.version ?? 0)
  if (isOlder || state.conflict) return state
  if (Object.keys(state.mine).length === 0) return { base: loaded, mine: {} }
  const merged = onTopOf(state, loaded)
  // Both changed the same: that is asked when it is saved, not while somebody types.
  return merged.conflict ? state : merged
}
