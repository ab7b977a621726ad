/** Round numbers from 0, or below, to above the highest value: 1, 2 or 5 times a power of ten apart, about `about` of them. */
export function ticksFor(values: readonly number[], about = 4): number[] {
  const highest = Math.max(0, ...values)
  const lowest = Math.min(0, ...values)
  const span = highest - lowest
  if (span === 0) return [0, 1]
  const rough = span / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const first = Math.floor(lowest / step)
  const last = Math.ceil(highest / step)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

/** Which of five strengths a value has between nothing and the highest; 0 only for nothing. */
export function strengthOf(value: number, highest: number): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0 || highest <= 0) return 0
  return Math.min(4, Math.max(1, Math.ceil((value / highest) * 4))) as 1 | 2 | 3 | 4
}
