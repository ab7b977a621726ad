import { Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { createProduct, type Kind } from './bundle-queries.ts'

const KINDS: readonly Kind[] = ['physical', 'bundle', 'digital', 'service', 'gift_card']

/** A draft with a name, a SKU and its kind, which it keeps; everything else is filled in on its page. */
// i18n-dynamic: catalog.newProduct.kinds.*
// i18n-dynamic: catalog.newProduct.kindHints.*
export function NewProductDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('catalog.newProduct')
  const locale = useLocale()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [sku, setSku] = useState('')
  const [kind, setKind] = useState<Kind>('physical')
  // The same key for the same question: a double click makes one product.
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => {
      const said = name.trim()
      return createProduct({ kind, handle: handleOf(said), names: { en: said, [locale]: said }, sku: sku.trim() }, key)
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      onClose()
      await navigate({ to: `/products/${id}` })
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={handleOf(name) !== '' && sku.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        data-autofocus
        maxLength={200}
        value={name}
        onChange={(change) => setName(change.currentTarget.value)}
      />
      <TextInput
        label={t('sku')}
        description={t('skuHint')}
        maxLength={100}
        value={sku}
        onChange={(change) => setSku(change.currentTarget.value)}
      />
      <Select
        label={t('kind')}
        description={t(`kindHints.${kind}`)}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={kind}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => value && setKind(value as Kind)}
      />
    </ConfirmDialog>
  )
}

/** `Tazza da tè` is `tazza-da-te`. */
function handleOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 200)
}
