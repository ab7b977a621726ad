import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import type { Field } from '../../ui/form/field.ts'

/** What a page of the shop says: of a category, a collection, a brand. */
export function usePageFields(hide: string, hideHint: string): Field[] {
  const t = useTranslations('catalog')
  const permission = 'catalog:write'
  const fixed = useCan()(permission) ? undefined : t('needsPermission', { permission })
  const text = { kind: 'texts', fixed, show: 'one' } as const
  return [
    { ...text, name: 'names', label: t('form.name'), maxLength: 255 },
    { ...text, name: 'descriptions', label: t('form.description'), optional: true, rich: true, maxLength: 20_000 },
    { kind: 'text', name: 'handle', label: t('handle'), hint: t('page.handleHint'), fixed, maxLength: 200 },
    {
      ...text,
      name: 'seoTitles',
      label: t('page.seoTitle'),
      hint: t('page.seoTitleHint'),
      optional: true,
      maxLength: 120,
    },
    {
      ...text,
      name: 'seoDescriptions',
      label: t('page.seoDescription'),
      hint: t('page.seoDescriptionHint'),
      optional: true,
      long: true,
      maxLength: 320,
    },
    { kind: 'switch', name: 'hidden', label: hide, hint: hideHint, fixed },
  ]
}

/** By language. */
export type Texts = Readonly<Record<string, string>>

const TEXTS: readonly string[] = ['names', 'descriptions', 'seoTitles', 'seoDescriptions']

/** A language that was emptied is said as an empty text: one that is not named stays as it is. */
export function pageBodyOf(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [name, TEXTS.includes(name) ? said(value) : value]),
  )
}

function said(texts: unknown): Record<string, string> {
  const entries = Object.entries((texts ?? {}) as Readonly<Record<string, string | undefined>>)
  return Object.fromEntries(entries.map(([language, words]) => [language, words ?? '']))
}
