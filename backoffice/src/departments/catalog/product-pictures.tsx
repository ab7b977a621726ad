import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
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
  const { pictures, change, refresh } = usePictures(product)
  if (!mayWrite && pictures.length === 0) return null
  return (
    <Panel
      title={t('title')}
      aside={
        pictures.length > 0 && (
          <LanguageChoice
            label={t('language')}
            value={language}
            onChange={setLanguage}
            texts={pictures.map(({ alts }) => alts)}
          />
        )
      }
    >
      <FormError error={change.error} />
      <MediaInput
        pictures={pictures}
        address={`/api/products/${product.id}/pictures`}
        language={language}
        disabled={!mayWrite}
        onAdded={refresh}
        onArrange={(arranged) => change.mutate({ pictures: arranged })}
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
            change.mutate({ pictures: pictures.filter((one) => one !== removing), removed: removing.fileId })
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

/**
 * One after another, each against the version that the one before has made. What waits to be saved is shown before what is read:
 * news of the first change must not put the pictures back under the hand that is making the third.
 */
function usePictures({ id, images }: Product) {
  const client = useQueryClient()
  const { queryKey } = productDetail(id)
  const mutationKey = ['catalog', 'pictures', id]
  const refresh = () => void client.invalidateQueries({ queryKey: ['catalog'] })
  const change = useMutation({
    mutationKey,
    scope: { id: `pictures/${id}` },
    mutationFn: ({ pictures, removed }: PictureChange) => {
      const version = client.getQueryData<Product>(queryKey)?.version ?? 0
      return removed === undefined ? arrangePictures({ id, version }, pictures) : removePicture(id, removed)
    },
    onSuccess: async ({ version }, { pictures }) => {
      // What was read before and is still under way would be older than this.
      await client.cancelQueries({ queryKey })
      client.setQueryData<Product>(queryKey, (product) => product && { ...product, images: [...pictures], version })
    },
    onSettled: () => client.isMutating({ mutationKey }) === 1 && refresh(),
  })
  const waiting = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => (state.variables as PictureChange).pictures,
  })
  return { pictures: waiting.at(-1) ?? images, change, refresh }
}
