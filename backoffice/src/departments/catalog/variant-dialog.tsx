import { Modal } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import type { Field, Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { attributesOf, shownValues, useAttributeFields, valuesToSend } from './attribute-fields.ts'
import { attributeList, familyList, type Attribute } from './definition-queries.ts'
import { changeProduct, productDetail, type ContentUnit, type Product, type VariantChange } from './queries.ts'

interface VariantDialogProps {
  readonly product: Product
  readonly variant: Product['variants'][number]
  readonly onClose: () => void
}

const MOST_GRAMS = 2_000_000_000
const MASS = [
  { label: 'g', exponent: 0 },
  { label: 'kg', exponent: 3 },
]

/** What one variant is, besides its price: a save of its product, so it is merged with what others change there. */
export function VariantDialog(props: VariantDialogProps) {
  const families = useQuery(familyList).data?.items
  const attributes = useQuery(attributeList).data?.items
  if (!families || !attributes) return null
  const family = families.find(({ code }) => code === props.product.familyCode)
  return <LoadedDialog {...props} attributes={attributesOf(family, attributes, true)} />
}

const UNITS = ['g', 'kg', 'ml', 'l', 'cm', 'm', 'piece'] as const

/** The variant as the form has it: its attributes and its content by single fields. */
function formOf({ content, attributes, ...variant }: Product['variants'][number]): object {
  return { ...variant, amount: content?.amount ?? '', unit: content?.unit ?? '', ...shownValues(attributes) }
}

// i18n-dynamic: catalog.variant.units.*
function LoadedDialog({
  product: { id, version, variants },
  variant,
  attributes,
  onClose,
}: VariantDialogProps & { readonly attributes: readonly Attribute[] }) {
  const t = useTranslations('catalog.variant')
  const client = useQueryClient()
  const { sku } = variant
  const live = variants.filter(({ retired }) => !retired).map((one) => one.sku)
  const fields: Field[] = [
    { kind: 'text', name: 'gtin', label: t('gtin'), optional: true, half: true, maxLength: 14 },
    {
      kind: 'quantity',
      name: 'weightGrams',
      label: t('weight'),
      hint: t('weightHint'),
      half: true,
      units: MASS,
      maximum: MOST_GRAMS,
    },
    { kind: 'switch', name: 'requiresShipping', label: t('requiresShipping'), hint: t('requiresShippingHint') },
    {
      kind: 'decimal',
      name: 'amount',
      label: t('content'),
      hint: t('contentHint'),
      half: true,
      optional: true,
      scale: 6,
    },
    {
      kind: 'choice',
      name: 'unit',
      label: t('contentUnit'),
      half: true,
      optional: true,
      options: UNITS.map((value) => ({ value, label: t(`units.${value}`) })),
    },
    ...useAttributeFields(attributes, undefined),
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { sku })}
      closeButtonProps={{ 'aria-label': t('close') }}
      size="lg"
      radius="lg"
    >
      <RecordForm
        fields={fields}
        initial={formOf(variant)}
        version={version}
        draft={`variant/${variant.id}`}
        nameOf={(path) => path.replace(/^variants\.\d+\./, '').replace(/^content$/, 'amount')}
        save={({ changes, values, version: seen = 0 }) => {
          const change = changeOf(changes, values, attributes)
          return changeProduct(
            { id, version: seen },
            { variants: live.map((one) => (one === sku ? { ...change, sku } : { sku: one })) },
          )
        }}
        reread={async () => {
          const latest = await client.fetchQuery({ ...productDetail(id), staleTime: 0 })
          const found = latest.variants.find((one) => one.sku === sku) ?? variant
          return loadedOf(fields, formOf(found), latest.version)
        }}
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['catalog'] })
          sayDone(t('saved', { sku }))
          onClose()
        }}
        submit={t('save')}
        onCancel={onClose}
      />
    </Modal>
  )
}

function changeOf(changes: Values, values: Values, attributes: readonly Attribute[]): Omit<VariantChange, 'sku'> {
  const { gtin, weightGrams, requiresShipping } = changes
  const said = valuesToSend(changes, attributes)
  const [amount, unit] = [String(values['amount'] ?? ''), String(values['unit'] ?? '')]
  const content = amount === '' && unit === '' ? null : { amount, unit: (unit || 'piece') as ContentUnit }
  return {
    ...('gtin' in changes ? { gtin: String(gtin ?? '') || null } : {}),
    ...(typeof weightGrams === 'number' ? { weightGrams } : {}),
    ...(typeof requiresShipping === 'boolean' ? { requiresShipping } : {}),
    ...('amount' in changes || 'unit' in changes ? { content } : {}),
    ...(Object.keys(said).length > 0 ? { attributes: said } : {}),
  }
}
