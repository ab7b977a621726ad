import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { refusalToAnswer } from '../domain/dispute.ts'
import type { DisputeView } from '../queries/read-dispute.ts'

/** What the shop could still say to the bank, by the rule that decides about it. */
export function possibleAnswers({ state, dueAt, answers }: DisputeView, now: Date): PossibleAction[] {
  const answered = answers.some((answer) => answer.state !== 'failed')
  const refusal = refusalToAnswer({ state, answered, dueAt: dueAt === null ? null : new Date(dueAt) }, now)
  return ['evidence', 'accept'].map((action) => ({ action, permission: 'payments:dispute', refusal }))
}
