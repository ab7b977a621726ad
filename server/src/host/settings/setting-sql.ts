import type { SettingDefinition } from './setting.ts'

/** A whole-number setting as an expression of SQL, for conditions that lists declare as text; the default where none is set. */
export function integerSettingSql({ key, default: standard }: SettingDefinition<number>): string {
  return `coalesce((SELECT (value #>> '{}')::bigint FROM host.setting WHERE key = '${key}' AND jsonb_typeof(value) = 'number'), ${standard})`
}
