import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { useCountries } from '../settings/places.ts'
import { contactList } from './definition-queries.ts'
import styles from './product-screen.module.css'
import { changeProduct, productDetail, type Product, type ProductChange } from './queries.ts'

/** What the law asks to be said of a product: who made it, who answers for it, what to beware of, where it comes from. */
export function ProductSafety({ product }: { readonly product: Product }) {
  const t = useTranslations('catalog.safety')
  const client = useQueryClient()
  const locale = useLocale()
  const { id } = product
  const fields = useFields()
  const form = useRecordForm({
    fields,
    initial: product,
    version: product.version,
    draft: `product-safety/${id}`,
    save: ({ changes, version = 0 }) => changeProduct({ id, version }, bodyOf(changes)),
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'catalog', type: 'product', id }, locale)
      const latest = await client.fetchQuery({ ...productDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, latest, latest.version), changedBy: await changedBy }
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('saved'))
    },
  })
  const warnings = (form.values['warnings'] ?? {}) as Record<string, string>
  return (
    <Panel
      title={t('title')}
      aside={
        <LanguageChoice label={t('language')} value={form.language} onChange={form.setLanguage} texts={[warnings]} />
      }
    >
      <FormSheet form={form} submit={t('save')} quiet />
      <p className={styles.note}>
        <Link to="/products/makers">{t('makers')}</Link>
      </p>
    </Panel>
  )
}

function useFields(): Field[] {
  const t = useTranslations('catalog')
  const permission = 'catalog:write'
  const fixed = useCan()(permission) ? undefined : t('needsPermission', { permission })
  const contacts = useQuery(contactList).data?.items ?? []
  const options = contacts.map(({ id, name, country }) => ({ value: id, label: `${name} (${country})` }))
  const common = { fixed, optional: true, half: true }
  return [
    { ...common, kind: 'choice', name: 'makerId', label: t('safety.maker'), options },
    {
      ...common,
      kind: 'choice',
      name: 'responsibleId',
      label: t('safety.responsible'),
      hint: t('safety.responsibleHint'),
      options,
    },
    {
      ...common,
      half: false,
      kind: 'texts',
      name: 'warnings',
      label: t('safety.warnings'),
      show: 'one',
      long: true,
      maxLength: 2_000,
    },
    { ...common, kind: 'choice', name: 'originCountry', label: t('safety.origin'), options: useCountries() },
    { ...common, kind: 'text', name: 'hsCode', label: t('safety.hsCode'), hint: t('safety.hsCodeHint'), maxLength: 20 },
    {
      ...common,
      kind: 'integer',
      name: 'durabilityYears',
      label: t('safety.durability'),
      hint: t('safety.durabilityHint'),
      minimum: 3,
      maximum: 99,
    },
    {
      ...common,
      kind: 'text',
      name: 'passportUrl',
      label: t('safety.passport'),
      hint: t('safety.passportHint'),
      maxLength: 500,
    },
  ]
}

/** What was emptied is nothing; of texts, a language that was emptied is said as an empty text. */
function bodyOf({ warnings, ...others }: Readonly<Record<string, unknown>>): Partial<ProductChange> {
  const plain = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, value || null]))
  if (warnings === undefined) return plain
  const texts = Object.entries(warnings as Readonly<Record<string, string | undefined>>)
  return { ...plain, warnings: Object.fromEntries(texts.map(([language, text]) => [language, text ?? ''])) }
}
