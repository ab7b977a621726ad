import { choiceFact, type GuardedAct } from '../guard/act.ts'
import { weigh } from '../guard/weigh.ts'
import type { Context } from '../context.ts'
import type { Result } from '../../kernel/result.ts'
import type { SettingDefinition } from './setting.ts'

const ACT = 'host.change_setting'

const areaOf = ({ key }: SettingDefinition) => key.slice(0, key.indexOf('.'))

/** Whoever sets something may have to ask others first, by the part of the house that it belongs to: taxes, payments, sign-in. */
export function changeSettingAct(definitions: readonly SettingDefinition[]): GuardedAct {
  return {
    act: ACT,
    permission: 'organisation:write',
    facts: { area: 'choice' },
    choices: { area: [...new Set(definitions.map(areaOf))].sort() },
  }
}

export function weighSetting(ctx: Context, definition: SettingDefinition, label: string): Promise<Result<void>> {
  return weigh(ctx, {
    act: ACT,
    facts: { area: choiceFact(areaOf(definition)) },
    ref: { kind: 'setting', id: definition.key },
    label,
  })
}
