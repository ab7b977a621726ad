/** Whether two values of a field mean the same: what is empty and what is missing do. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (isNothing(a) && isNothing(b)) return true
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((one, index) => sameValue(one, b[index]))
  }
  if (!isParted(a ?? {}) || !isParted(b ?? {})) return false
  const [left, right] = [(a ?? {}) as Parts, (b ?? {}) as Parts]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameValue(left[key], right[key]))
}

export type Parts = Readonly<Record<string, unknown>>

/** Parts of one value, such as its languages or the lines of an address. */
export function isParted(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
