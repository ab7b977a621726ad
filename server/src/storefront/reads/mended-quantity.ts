import type { BasketLine } from '../views.ts'

const NUMBER_ALONE: ReadonlySet<BasketLine['problem']> = new Set([
  'not_enough_left',
  'too_few',
  'too_many',
  'not_in_steps',
])

/**
 * How many of a line can be ordered, next to what is wanted; 0 where it has to go. What lies elsewhere in the basket of a bundle's
 * components nobody counts here: without enough of them it is asked for anew.
 */
export function mendedQuantity(line: BasketLine, all: readonly BasketLine[]): number {
  const { problem, quantity, available, limit, handle, bundle } = line
  if (!NUMBER_ALONE.has(problem) || (bundle && problem === 'not_enough_left')) return 0
  const others = all.filter((one) => one !== line && one.handle === handle)
  const taken = others.reduce((sum, one) => sum + one.quantity, 0)
  const room = Math.min(available, (limit?.most ?? Infinity) - taken)
  const { least = 1, step = 1 } = limit ?? {}
  const reached = Math.floor(Math.min(quantity, room) / step) * step
  if (reached >= least) return reached
  return least <= room ? least : 0
}
