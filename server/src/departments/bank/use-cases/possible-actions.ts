import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import type { Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { mayBook, mayDismiss, type EntryState } from '../domain/decide-entry.ts'

/** What staff could do to an entry now, by the rules that decide about it. */
export function possibleActions(entry: {
  readonly state: EntryState
  readonly came: boolean
  readonly partyIbanSealed: string | null
}): PossibleAction[] {
  const unknown = entry.partyIbanSealed === null ? refusals.no_account().refusal : null
  const refusal = (may: Result<void>) => (may.ok ? null : may.refusal)
  return [
    { action: 'book', permission: 'bank:write', refusal: refusal(mayBook(entry)) },
    { action: 'dismiss', permission: 'bank:write', refusal: refusal(mayDismiss(entry, 'given later')) },
    { action: 'reveal', permission: 'bank:reveal', refusal: unknown },
    { action: 'forget', permission: 'bank:reveal', refusal: unknown },
  ]
}
