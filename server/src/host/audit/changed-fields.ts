import { jsonText } from '../database/json.ts'
import type { Change } from './record.ts'

/** Fields of `after` that differ from `before`, in their order; all of them where nothing was before. */
export function changedFields<T extends object>(before: Partial<T> | undefined, after: T): Change[] {
  return Object.entries(after)
    .map(([field, value]) => ({
      field,
      before: (before as Record<string, unknown>)?.[field] ?? null,
      after: value ?? null,
    }))
    .filter((change) => ordered(change.before) !== ordered(change.after))
}

/** Objects come back from jsonb with their members in another order, however deep they lie. */
function ordered(value: unknown): string {
  return jsonText(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return members.map(([name, one]): [string, unknown] => [name, sorted(one)])
}
