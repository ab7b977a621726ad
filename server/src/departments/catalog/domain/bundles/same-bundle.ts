import type { Bundle } from './bundle.ts'

/** Whether two say the same; objects come back from jsonb with their members in another order. */
export function isSameBundle(one: Bundle, other: Bundle): boolean {
  return textOf(one) === textOf(other)
}

function textOf(bundle: Bundle): string {
  return JSON.stringify(bundle, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
