import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ConsentState } from '../domain/consent.ts'
import { refusals } from '../domain/refusals.ts'
import { customerExists } from '../queries/customer-exists.ts'
import { recordConsents } from './record-consents.ts'

export interface ToldConsent {
  readonly customerId: string
  readonly purpose: string
  readonly give: boolean
  /** Where they said it: a call, a letter, a form. */
  readonly source: string
  readonly reason: string
  /** In which the words were read to them. */
  readonly locale: string
}

/** What a customer told a person of the shop, who says where and why: nobody's word is changed silently. */
export async function takeDownConsent(
  ctx: Context,
  { customerId, purpose, give, source, reason, locale }: ToldConsent,
): Promise<Result<{ readonly state: ConsentState | null }>> {
  if (!(await customerExists(ctx.tx, customerId))) return refusals.not_found()
  const recorded = await recordConsents(ctx, {
    customerId,
    wishes: [{ purpose, give }],
    how: 'staff',
    locale,
    proved: true,
    proof: source.trim(),
    reason: reason.trim(),
  })
  return recorded.ok ? ok({ state: recorded.value[0]?.state ?? null }) : recorded
}
