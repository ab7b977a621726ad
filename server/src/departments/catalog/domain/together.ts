import type { Refused } from '../../../kernel/result.ts'

/** The first flaw speaks; the others stand beside it, so that a person mends everything at once. */
export function together(flaws: readonly Refused[]): Refused {
  const [first, ...others] = flaws.map((flaw) => flaw.refusal)
  if (first === undefined) throw new Error('no flaw to tell of')
  return { ok: false, refusal: others.length === 0 ? first : { ...first, others: [first, ...others].slice(0, 50) } }
}
