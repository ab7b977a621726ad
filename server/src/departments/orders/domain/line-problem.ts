/** Why a line cannot be ordered as it stands. */
export const LINE_PROBLEMS = [
  'not_for_sale',
  'no_price',
  'sold_out',
  'not_enough_left',
  'too_few',
  'too_many',
  'not_in_steps',
] as const
export type LineProblem = (typeof LINE_PROBLEMS)[number]
