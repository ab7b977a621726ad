import type { Refused } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'
import type { LineProblem } from './line-problem.ts'

export interface LimitOfLine {
  /** The smallest number that can be ordered. */
  readonly least: number
  readonly most: number | null
  readonly step: number
}

const LIMITS: Partial<Record<LineProblem, 'basket_too_few' | 'basket_too_many' | 'basket_not_in_steps'>> = {
  too_few: 'basket_too_few',
  too_many: 'basket_too_many',
  not_in_steps: 'basket_not_in_steps',
}

/** What a line's number is refused for, where that is a limit of its product. */
export function limitRefused(
  problem: LineProblem,
  limit: LimitOfLine | undefined,
  { field, variantId }: { readonly field: string; readonly variantId: string },
): Refused | undefined {
  const code = LIMITS[problem]
  if (!code || !limit) return undefined
  const { least, most, step } = limit
  return refusals[code]({ field, params: { variantId, least, most: most ?? 0, step } })
}
