import { Button } from '@mantine/core'
import { IconPhotoPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { upload } from '../../ui/form/upload.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './category.module.css'

interface PagePictureProps {
  /** Where the picture is sent. */
  readonly address: string
  readonly fileId: string | null
  readonly onRemove: () => Promise<unknown>
}

/** The one picture of a page of the shop. */
export function PagePicture({ address, fileId, onRemove }: PagePictureProps) {
  const t = useTranslations('catalog.page')
  const client = useQueryClient()
  const mayWrite = useCan()('catalog:write')
  const choose = useRef<HTMLInputElement>(null)
  const { mutate, error, isPending } = useMutation({
    mutationFn: (file: File | undefined) =>
      file ? upload(address, file, { onProgress: () => undefined, signal: new AbortController().signal }) : onRemove(),
    onSuccess: async (_, file) => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t(file ? 'pictureSet' : 'pictureGone'))
    },
  })
  if (!mayWrite && fileId === null) return null
  return (
    <Panel title={t('picture')}>
      <FormError error={error} />
      {fileId === null ? (
        <p className={styles.note}>{t('pictureNone')}</p>
      ) : (
        <img className={styles.picture} src={`/files/${fileId}/640.webp`} alt="" width={320} height={320} />
      )}
      {mayWrite && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            loading={isPending}
            leftSection={<IconPhotoPlus size={18} aria-hidden />}
            onClick={() => choose.current?.click()}
          >
            {t(fileId === null ? 'pictureAdd' : 'pictureChange')}
          </Button>
          {fileId !== null && (
            <Button
              variant="default"
              disabled={isPending}
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={() => mutate(undefined)}
            >
              {t('pictureRemove')}
            </Button>
          )}
          <input
            ref={choose}
            type="file"
            accept="image/*"
            hidden
            aria-label={t('pictureAdd')}
            onChange={(change) => {
              const file = change.currentTarget.files?.[0]
              if (file) mutate(file)
              change.currentTarget.value = ''
            }}
          />
        </div>
      )}
    </Panel>
  )
}
