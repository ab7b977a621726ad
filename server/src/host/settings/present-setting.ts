import { permissionsOf } from '../actor.ts'
import type { Call } from '../http/route.ts'
import { namesOfStaff } from '../records/names-of-staff.ts'
import { fitsSetting } from './fits.ts'
import { readSettingStates, type SettingState } from './list-settings.ts'
import type { SettingDefinition, SettingInput } from './setting.ts'

/** Settings with their words, in the order in which the departments declare them. */
export async function presentSettings(call: Call, definitions: readonly SettingDefinition[]) {
  const { house } = call
  const states = await readSettingStates(
    house.database,
    definitions.map(({ key }) => key),
  )
  const byKey = new Map(states.map((state) => [state.key, state]))
  const names = await namesOfStaff(
    house,
    states.flatMap((state) => (state.actor_kind === 'staff' && state.actor_id !== null ? [state.actor_id] : [])),
  )
  return definitions.map((definition) => present(call, definition, { state: byKey.get(definition.key), names }))
}

export async function presentSetting(call: Call, definition: SettingDefinition) {
  const [setting] = await presentSettings(call, [definition])
  if (!setting) throw new Error(`${definition.key} was not presented`)
  return setting
}

interface Known {
  readonly state: SettingState | undefined
  readonly names: ReadonlyMap<string, string>
}

// i18n-dynamic: settings.*
function present({ house, locale, actor }: Call, definition: SettingDefinition, { state, names }: Known) {
  const translate = house.translations.for(locale)
  const [department = '', name = ''] = definition.key.split('.')
  const isSet = state !== undefined && state.value !== null && fitsSetting(definition, state.value)
  const by = state?.actor_id ?? ''
  return {
    key: definition.key,
    department,
    label: translate(`${department}.settings.${name}.label`),
    hint: translate(`${department}.settings.${name}.hint`),
    input: withWords(definition.input, (choice) => translate(`${department}.settings.${name}.choices.${choice}`)),
    value: isSet ? state.value : definition.default,
    default: definition.default,
    isSet,
    version: state?.version ?? 0,
    mayChange: permissionsOf(actor).has(definition.write),
    affects: definition.affects.map((key) => translate(key)),
    changedAt: state?.changed_at?.toISOString() ?? null,
    changedBy: names.has(by) ? { id: by, name: names.get(by) ?? '' } : null,
  }
}

function withWords(input: SettingInput, wordsFor: (choice: string) => string) {
  if (input.kind !== 'choice') return input
  return { kind: input.kind, choices: input.choices.map((value) => ({ value, label: wordsFor(value) })) }
}
