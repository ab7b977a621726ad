import { isLocale } from '../i18n/locales.ts'
import type { SettingDefinition } from './setting.ts'

/** Whether a stored value is one that this version's definition takes; what is not falls back to the default. */
export function fitsSetting<Value>(definition: SettingDefinition<Value>, value: unknown): value is Value {
  const { input } = definition as SettingDefinition
  switch (input.kind) {
    case 'integer':
      return Number.isInteger(value) && (value as number) >= input.minimum && (value as number) <= input.maximum
    case 'text':
      return typeof value === 'string' && value.length <= input.maxLength
    case 'texts':
      return (
        typeof value === 'object' &&
        value !== null &&
        Object.entries(value).every(
          ([locale, text]) => isLocale(locale) && typeof text === 'string' && text.length <= input.maxLength,
        )
      )
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && input.choices.includes(value)
  }
}
