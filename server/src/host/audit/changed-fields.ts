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

/** Objects come back from jsonb with their members in another order. */
function ordered(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return jsonText(value)
  return jsonText(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
