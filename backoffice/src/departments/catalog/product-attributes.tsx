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
import { attributesOf, shownValues, useAttributeFields, valuesToSend } from './attribute-fields.ts'
import { attributeList, familyList, type Attribute, type Family } from './definition-queries.ts'
import { nameIn } from './name-in.ts'
import { changeProduct, productDetail, type Product } from './queries.ts'

/** What a product says of itself by attributes; which ones follows from its family. */
export function ProductAttributes({ product }: { readonly product: Product }) {
  const families = useQuery(familyList).data?.items
  const attributes = useQuery(attributeList).data?.items
  if (!families || !attributes || (families.length === 0 && attributes.length === 0)) return null
  const family = families.find(({ code }) => code === product.familyCode)
  const own = attributesOf(family, attributes, false)
  return <AttributesForm key={product.familyCode ?? ''} product={product} families={families} attributes={own} />
}

interface AttributesFormProps {
  readonly product: Product
  readonly families: readonly Family[]
  readonly attributes: readonly Attribute[]
}

function AttributesForm({ product, families, attributes }: AttributesFormProps) {
  const t = useTranslations('catalog.attributes')
  const client = useQueryClient()
  const locale = useLocale()
  const { id } = product
  const fields = useFields(families, attributes)
  const form = useRecordForm({
    fields,
    initial: formOf(product),
    version: product.version,
    draft: `product-attributes/${id}`,
    save: ({ changes, version = 0 }) => {
      const values = valuesToSend(changes, attributes)
      const family = 'familyCode' in changes ? { familyCode: String(changes['familyCode'] ?? '') || null } : {}
      return changeProduct(
        { id, version },
        { ...family, ...(Object.keys(values).length > 0 ? { attributes: values } : {}) },
      )
    },
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'catalog', type: 'product', id }, locale)
      const latest = await client.fetchQuery({ ...productDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, formOf(latest), latest.version), changedBy: await changedBy }
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('saved'))
    },
  })
  const texts = attributes
    .filter(({ localised }) => localised)
    .map(({ code }) => (form.values[`attributes.${code}`] ?? {}) as Record<string, string>)
  return (
    <Panel
      title={t('title')}
      aside={
        texts.length > 0 && (
          <LanguageChoice label={t('language')} value={form.language} onChange={form.setLanguage} texts={texts} />
        )
      }
    >
      <FormSheet form={form} submit={t('save')} quiet />
    </Panel>
  )
}

function useFields(families: readonly Family[], attributes: readonly Attribute[]): Field[] {
  const t = useTranslations('catalog')
  const locale = useLocale()
  const permission = 'catalog:write'
  const fixed = useCan()(permission) ? undefined : t('needsPermission', { permission })
  return [
    {
      kind: 'choice',
      name: 'familyCode',
      label: t('attributes.family'),
      hint: t('attributes.familyHint'),
      optional: true,
      fixed,
      options: families.map(({ code, names }) => ({ value: code, label: nameIn(names, locale) })),
    },
    ...useAttributeFields(attributes, fixed),
  ]
}

function formOf({ familyCode, attributes }: Product): object {
  return { familyCode, ...shownValues(attributes) }
}
