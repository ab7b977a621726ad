import { assert } from '../../kernel/assert.ts'
import type { Permission } from '../http/route.ts'
import type { Locale } from '../i18n/locales.ts'

type Guard = Exclude<Permission, 'public'>

/** Texts in the house's languages; a language that is missing shows nothing. */
export type SettingTexts = Readonly<Partial<Record<Locale, string>>>

/** How a setting is entered, from which its check and its schema follow. */
export type SettingInput =
  | { readonly kind: 'integer'; readonly minimum: number; readonly maximum: number; readonly unit: SettingUnit }
  | { readonly kind: 'text'; readonly maxLength: number }
  | { readonly kind: 'texts'; readonly maxLength: number }
  | { readonly kind: 'boolean' }
  /** Words: `<department>.settings.<name>.choices.<choice>`. */
  | { readonly kind: 'choice'; readonly choices: readonly string[] }

export type SettingUnit = 'minutes' | 'hours' | 'days' | 'pieces'

/**
 * Something that people set and code reads. Words: `<department>.settings.<name>.label` and `.hint`. `Value` is what
 * readSetting answers.
 */
export interface SettingDefinition<Value = unknown> {
  /** `department.name`, snake case. */
  readonly key: string
  readonly input: SettingInput
  /** In force while nobody has set anything, and again when the setting is taken back. */
  readonly default: Value
  readonly read: Guard
  readonly write: Guard
  /** Message keys of the parts of the house that it changes: `host.areas.mails`. */
  readonly affects: readonly string[]
}

type Common<Value> = Omit<SettingDefinition<Value>, 'input'>

export function integerSetting(
  spec: Common<number> & { readonly minimum: number; readonly maximum: number; readonly unit: SettingUnit },
): SettingDefinition<number> {
  const { minimum, maximum, unit, ...common } = spec
  return checked({ ...common, input: { kind: 'integer', minimum, maximum, unit } })
}

export function textSetting(spec: Common<string> & { readonly maxLength: number }): SettingDefinition<string> {
  const { maxLength, ...common } = spec
  return checked({ ...common, input: { kind: 'text', maxLength } })
}

export function textsSetting(
  spec: Common<SettingTexts> & { readonly maxLength: number },
): SettingDefinition<SettingTexts> {
  const { maxLength, ...common } = spec
  return checked({ ...common, input: { kind: 'texts', maxLength } })
}

export function booleanSetting(spec: Common<boolean>): SettingDefinition<boolean> {
  return checked<boolean>({ ...spec, input: { kind: 'boolean' } })
}

export function choiceSetting<const Choice extends string>(
  spec: Common<NoInfer<Choice>> & { readonly choices: readonly Choice[] },
): SettingDefinition<Choice> {
  const { choices, ...common } = spec
  return checked<Choice>({ ...common, input: { kind: 'choice', choices } })
}

function checked<Value>(definition: SettingDefinition<Value>): SettingDefinition<Value> {
  assert(/^[a-z][a-z-]*\.[a-z][a-z0-9_]*$/.test(definition.key), `${definition.key} is not department.name`)
  return Object.freeze(definition)
}
