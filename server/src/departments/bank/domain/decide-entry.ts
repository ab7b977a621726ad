import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export const ENTRY_STATES = ['open', 'booked', 'dismissed'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** Whether money of an entry may be taken for an order: once, and only what came. What was put aside may be taken after all. */
export function mayBook({ state, came }: { readonly state: EntryState; readonly came: boolean }): Result<void> {
  if (state === 'booked') return refusals.entry_ended()
  return came ? ok() : refusals.money_went_out()
}

/** Whether an entry may be put aside as none of the shop's orders, and why. */
export function mayDismiss({ state }: { readonly state: EntryState }, note: string): Result<void> {
  if (state !== 'open') return refusals.entry_ended()
  return note.trim() === '' ? refusals.note_missing({ field: 'note' }) : ok()
}
