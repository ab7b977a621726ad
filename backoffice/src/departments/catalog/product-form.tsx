import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { brandNames } from './brand-queries.ts'
import { pageBodyOf } from './page-fields.ts'
import { categories, changeProduct, productDetail, type Product, type ProductChange } from './queries.ts'

/** The words of a product in each language. Only fields that were touched are sent. */
export function ProductForm({ product }: { readonly product: Product }) {
  const t = useTranslations('catalog')
  const client = useQueryClient()
  const locale = useLocale()
  const { id } = product
  const detail = productDetail(id)
  const fields = useFields()
  const form = useRecordForm({
    fields,
    initial: product,
    version: product.version,
    draft: `product/${id}`,
    optimistic: { key: detail.queryKey, apply: (cached: Product, values) => ({ ...cached, ...values }) },
    save: ({ changes, version = 0 }) => changeProduct({ id, version }, bodyOf(changes)),
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'catalog', type: 'product', id }, locale)
      const latest = await client.fetchQuery({ ...detail, staleTime: 0 })
      return { ...loadedOf(fields, latest, latest.version), changedBy: await changedBy }
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('form.saved'))
    },
  })
  const texts = [form.values.names, form.values.descriptions] as Product['descriptions'][]
  return (
    <Panel
      title={t('form.title')}
      aside={
        <LanguageChoice label={t('form.language')} value={form.language} onChange={form.setLanguage} texts={texts} />
      }
    >
      <FormSheet form={form} submit={t('form.save')} quiet />
    </Panel>
  )
}

function useFields(): Field[] {
  const t = useTranslations('catalog')
  const permission = 'catalog:write'
  const fixed = useCan()(permission) ? undefined : t('needsPermission', { permission })
  const { data } = useQuery(categories)
  const known = useQuery(brandNames).data
  const suggestions = [...(known?.names ?? []), ...(known?.unknown ?? []).map(({ name }) => name)]
  const options = data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []
  return [
    { kind: 'texts', name: 'names', label: t('form.name'), fixed, show: 'one', maxLength: 255 },
    {
      kind: 'texts',
      name: 'descriptions',
      label: t('form.description'),
      fixed,
      optional: true,
      show: 'one',
      rich: true,
      maxLength: 100_000,
    },
    {
      kind: 'text',
      name: 'vendor',
      label: t('form.vendor'),
      fixed,
      optional: true,
      half: true,
      maxLength: 255,
      suggestions,
    },
    { kind: 'choice', name: 'categoryId', label: t('form.category'), fixed, optional: true, half: true, options },
    { kind: 'tags', name: 'tags', label: t('tags'), fixed, optional: true, maxLength: 100 },
    {
      kind: 'texts',
      name: 'seoTitles',
      label: t('page.seoTitle'),
      hint: t('page.seoTitleHint'),
      fixed,
      optional: true,
      show: 'one',
      maxLength: 120,
    },
    {
      kind: 'texts',
      name: 'seoDescriptions',
      label: t('page.seoDescription'),
      hint: t('page.seoDescriptionHint'),
      fixed,
      optional: true,
      show: 'one',
      long: true,
      maxLength: 320,
    },
  ]
}

/** A language that was emptied is said as an empty text: one that is not named stays as it is. */
function bodyOf({ categoryId, ...others }: Readonly<Record<string, unknown>>): Partial<ProductChange> {
  return {
    ...pageBodyOf(others),
    ...(categoryId === undefined ? {} : { categoryId: categoryId === '' ? null : String(categoryId) }),
  }
}
