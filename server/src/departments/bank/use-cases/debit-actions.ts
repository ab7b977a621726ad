import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import type { Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { refusals } from '../domain/refusals.ts'
import { mayDo, type RunState } from '../domain/run.ts'
import type { Debit } from '../queries/read-debits.ts'
import { mayCollectAgain } from './change-debits.ts'

const permission = 'bank:write'
const refusalOf = (may: Result<void>) => (may.ok ? null : may.refusal)

/** What staff could do to a collection now. */
export function debitActions(debit: Debit, today: LocalDate): PossibleAction[] {
  const settle = debit.returnId !== null && debit.owed > 0n ? null : refusals.debit_ended().refusal
  const revoke = debit.mandate.revokedAt === null ? null : refusals.mandate_revoked().refusal
  return [
    { action: 'collect_again', permission, refusal: refusalOf(mayCollectAgain(debit, today)) },
    { action: 'settle', permission, refusal: settle },
    { action: 'revoke', permission, refusal: revoke },
  ]
}

/** What staff could do with a file for the bank now. */
export const runActions = (state: RunState): PossibleAction[] =>
  (['release', 'download', 'send', 'discard'] as const).map((action) => ({
    action,
    permission,
    refusal: refusalOf(mayDo(action, state)),
  }))
