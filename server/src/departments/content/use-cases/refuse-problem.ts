import type { TemplateProblem } from '../../../host/mail/check-template.ts'
import type { Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'

/** What keeps a template from being sent, said to whoever wrote it: where, with what, and what to do. */
export function refuseProblem({ what, field, ...params }: TemplateProblem): Result<never> {
  return refusals[what]({ field, params })
}
