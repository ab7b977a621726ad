import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { changeProduct, productDetail, type Product } from './queries.ts'

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
export function VariantDialog({ product: { id, version, variants }, variant, onClose }: VariantDialogProps) {
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
        initial={variant}
        version={version}
        draft={`variant/${variant.id}`}
        nameOf={(path) => path.replace(/^variants\.\d+\./, '')}
        save={({ changes, version: seen = 0 }) => {
          const change = 'gtin' in changes ? { ...changes, gtin: changes.gtin || null } : changes
          return changeProduct(
            { id, version: seen },
            { variants: live.map((one) => (one === sku ? { ...change, sku } : { sku: one })) },
          )
        }}
        reread={async () => {
          const latest = await client.fetchQuery({ ...productDetail(id), staleTime: 0 })
          return loadedOf(fields, latest.variants.find((one) => one.sku === sku) ?? variant, latest.version)
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
