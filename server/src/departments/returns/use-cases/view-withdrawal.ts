import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { getOrder } from '../../orders/index.ts'
import type { Reader } from '../../organisation/index.ts'
import { refusals } from '../domain/refusals.ts'
import { EXEMPTIONS, FACTS } from '../domain/refund.ts'
import { DECISIONS, mayDecide } from '../domain/statement.ts'
import { findWithdrawal, type Withdrawal } from '../queries/read-withdrawals.ts'
import { assessWithdrawal, type Assessment } from './assess-withdrawal.ts'

export { EXEMPTIONS, FACTS }

export interface WithdrawalView {
  readonly withdrawal: Withdrawal
  readonly assessment: Assessment | null
  readonly possible: readonly PossibleAction[]
}

export async function viewWithdrawal(reader: Reader, id: string, now: Date): Promise<Result<WithdrawalView>> {
  const withdrawal = await findWithdrawal(reader, id)
  if (!withdrawal) return refusals.not_found()
  const order = withdrawal.orderId === null ? undefined : await getOrder(reader, withdrawal.orderId)
  const permission = 'returns:write'
  const decisions = DECISIONS.map((decision) => {
    const may = mayDecide(withdrawal.state, decision)
    return { action: decision, permission, refusal: may.ok ? null : may.refusal }
  })
  const facts = FACTS.map((action) => {
    const isKnown = withdrawal.facts.some(({ fact }) => fact === action)
    return { action, permission, refusal: isKnown ? refusals.fact_known().refusal : null }
  })
  const assessment = order?.ok ? await assessWithdrawal(reader, { withdrawal, order: order.value, now }) : null
  return ok({ withdrawal, assessment, possible: [...decisions, ...facts] })
}
