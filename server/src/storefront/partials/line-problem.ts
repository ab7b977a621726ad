import type { BasketLine } from '../views.ts'
import type { Visit } from '../visit.ts'

/** Why a line cannot be ordered as it stands, and what to do. */
export function lineProblem({ t }: Visit, { problem, available }: Pick<BasketLine, 'problem' | 'available'>): string {
  if (problem === 'sold_out') return t('basket.problem.sold_out')
  if (problem === 'not_enough_left') return t('basket.problem.not_enough_left', { count: available })
  return problem === 'no_price' ? t('basket.problem.no_price') : t('basket.problem.not_for_sale')
}
