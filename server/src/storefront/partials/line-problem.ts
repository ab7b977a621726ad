// i18n-dynamic: storefront.basket.problem.*
import type { BasketLine } from '../views.ts'
import type { Visit } from '../visit.ts'

/** Why a line cannot be ordered as it stands, and what to do. */
export function lineProblem(
  { t }: Visit,
  { problem = 'not_for_sale', available, limit }: Pick<BasketLine, 'problem' | 'available' | 'limit'>,
): string {
  const { least = 1, most, step = 1 } = limit ?? {}
  return t(`basket.problem.${problem}`, { count: available, least, most: most ?? 0, step })
}
