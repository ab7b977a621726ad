import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../context.ts'
import { raiseContentVersion } from '../database/content-version.ts'
import { jsonText } from '../database/json.ts'
import { sql } from '../database/sql.ts'
import { hostRefusals } from '../refusals.ts'
import { weighSetting } from './change-setting-act.ts'
import { fitsSetting } from './fits.ts'
import type { SettingDefinition } from './setting.ts'

interface Locked {
  readonly value: unknown
  readonly version: number
}

/**
 * Sets a value, or with null takes it back to the default. `version` is the one that the person saw: 0 while nobody has set
 * anything. What is there already writes nothing. `label`: what people call it, for those who are asked first.
 */
export async function setSetting(
  ctx: Context,
  definition: SettingDefinition,
  { value, version, label }: { readonly value: unknown; readonly version: number; readonly label?: string },
): Promise<Result<{ readonly version: number }>> {
  const { key } = definition
  const tidy = value === null ? null : tidied(value)
  if (tidy !== null && !fitsSetting(definition, tidy)) return hostRefusals.invalid_input({ field: 'value' })
  const there = await ctx.tx.row(sql<Locked>`SELECT value, version FROM host.setting WHERE key = ${key} FOR UPDATE`)
  if ((there?.version ?? 0) !== version) return hostRefusals.version_conflict()
  const before = there?.value ?? null
  if (jsonText(before) === jsonText(tidy)) return ok({ version })
  const admitted = await weighSetting(ctx, definition, label ?? key)
  if (!admitted.ok) return admitted
  ctx.tx.later(
    there
      ? sql`UPDATE host.setting SET value = ${jsonText(tidy)}::jsonb, version = version + 1 WHERE key = ${key}`
      : sql`INSERT INTO host.setting (key, value, version) VALUES (${key}, ${jsonText(tidy)}::jsonb, 1)`,
    // Two people who set it for the first time at once.
    { refusals: { setting_pkey: () => hostRefusals.version_conflict() } },
  )
  raiseContentVersion(ctx, 'settings')
  ctx.audit({
    action: definition.write,
    objectType: 'setting',
    objectId: key,
    version: version + 1,
    changes: [{ field: 'value', before, after: tidy }],
  })
  return ok({ version: version + 1 })
}

/** One line, without blanks around it; a language without words is not there. Members in one order, so that equal is equal. */
function tidied(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value)
  if (typeof value !== 'object' || value === null) return value
  const texts = Object.entries(value).map(([locale, text]) => [locale, oneLine(String(text))] as const)
  return Object.fromEntries(texts.filter(([, text]) => text !== '').sort(([a], [b]) => (a < b ? -1 : 1)))
}

const oneLine = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
