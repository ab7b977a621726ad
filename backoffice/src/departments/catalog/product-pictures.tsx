import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Language } from '../../app/messages/languages.ts'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { LanguageChoice } from '../../ui/form/language-choice.tsx'
import { MediaInput, type Picture } from '../../ui/form/media-input.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { arrangePictures, productDetail, removePicture, type Product } from './queries.ts'

/** A product's pictures: what is done to them is done at once, and taken back when the house refuses it. */
export function ProductPictures({ product }: { readonly product: Product }) {
  const t = useTranslations('catalog.picture')
  const [language, setLanguage] = useState<Language>(useLocale())
  const [removing, setRemoving] = useState<Picture>()
  const mayWrite = useCan()('catalog:write')
  const { change, refresh } = usePictures(product)
  if (!mayWrite && product.images.length === 0) return null
  return (
    <Panel
      title={t('title')}
      aside={
        product.images.length > 0 && (
          <LanguageChoice
            label={t('language')}
            value={language}
            onChange={setLanguage}
            texts={product.images.map(({ alts }) => alts)}
          />
        )
      }
    >
      <FormError error={change.error} />
      <MediaInput
        pictures={product.images}
        address={`/api/products/${product.id}/pictures`}
        language={language}
        disabled={!mayWrite}
        onAdded={refresh}
        onArrange={(pictures) => change.mutate({ pictures })}
        onRemove={setRemoving}
      />
      {removing && (
        <ConfirmDialog
          opened
          danger
          title={t('remove')}
          confirm={t('removeIt')}
          busy={false}
          onConfirm={() => {
            change.mutate({ pictures: product.images.filter((one) => one !== removing), removed: removing.fileId })
            setRemoving(undefined)
          }}
          onClose={() => setRemoving(undefined)}
        >
          <p>{t('removeMeaning')}</p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}

interface PictureChange {
  readonly pictures: readonly Picture[]
  readonly removed?: string
}

/** One after another, each against the version that the one before has made. */
function usePictures({ id }: Product) {
  const client = useQueryClient()
  const { queryKey } = productDetail(id)
  const refresh = () => void client.invalidateQueries({ queryKey: ['catalog'] })
  const write = (change: (product: Product) => Product) =>
    client.setQueryData<Product>(queryKey, (product) => product && change(product))
  const change = useMutation({
    scope: { id: `pictures/${id}` },
    mutationFn: ({ pictures, removed }: PictureChange) => {
      const version = client.getQueryData<Product>(queryKey)?.version ?? 0
      return removed === undefined ? arrangePictures({ id, version }, pictures) : removePicture(id, removed)
    },
    onMutate: async ({ pictures }) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<Product>(queryKey)?.images
      write((product) => ({ ...product, images: pictures as Product['images'] }))
      return before
    },
    onSuccess: ({ version }) => {
      write((product) => ({ ...product, version }))
    },
    onError: (_refused, _change, before) => {
      write((product) => ({ ...product, images: before ?? product.images }))
    },
    onSettled: refresh,
  })
  return { change, refresh }
}
