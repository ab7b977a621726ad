import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { DateText, DayText } from '../date-text.tsx'
import type { Money } from '../format-money.ts'
import { MoneyText } from '../money-text.tsx'
import { isUnread, type Field } from './field.ts'
import { withoutMarkup } from './html-of.ts'
import { writtenDecimal } from './money-input.tsx'

interface ValueTextProps {
  readonly field: Field
  /** Below the field's own name: `it` of `names.it`. */
  readonly part: string | undefined
  readonly value: unknown
}

/** What a field, or a part of it, holds, in words. */
export function ValueText({ field, part, value }: ValueTextProps) {
  const t = useTranslations('ui.form')
  const format = useFormatter()
  const locale = useLocale()
  if (isUnread(value)) return value.unread
  if (field.kind === 'switch') return t(value === true ? 'on' : 'off')
  if (value === undefined || value === null || value === '') return <span className="dimmed">{t('empty')}</span>
  if (field.kind === 'own') return field.say(value)
  if (Array.isArray(value)) {
    const words = value.map((one) => (field.kind === 'many' ? labelOf(field.options, one) : String(one)))
    return words.length === 0 ? <span className="dimmed">{t('empty')}</span> : format.list(words)
  }
  switch (field.kind) {
    case 'choice':
      return labelOf(field.options, value)
    case 'integer':
    case 'quantity':
      return format.number(Number(value))
    case 'decimal':
      return writtenDecimal(String(value), locale)
    case 'money':
      return <MoneyText value={value as Money} />
    case 'moneys':
      return <MoneyText value={{ amount: Number(value), currency: part ?? '' }} />
    case 'date':
    case 'date-range':
      return <DayText value={String(value)} />
    case 'date-time':
      return <DateText value={String(value)} form="full" />
    case 'record':
      return String((value as { readonly title?: unknown }).title ?? '')
    case 'texts':
      return withoutMarkup(String(value))
    default:
      return String(value)
  }
}

function labelOf(options: readonly { readonly value: string; readonly label: string }[], value: unknown): string {
  return options.find((option) => option.value === value)?.label ?? String(value)
}
