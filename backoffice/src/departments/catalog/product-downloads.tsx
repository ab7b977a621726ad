import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Bytes } from '../../ui/record/file-line.tsx'
import { FilePicker } from '../../ui/record/file-picker.tsx'
import styles from '../../ui/record/record.module.css'
import { DateText } from '../../ui/date-text.tsx'
import { addDownload, downloadAddress, removeDownload, type Download, type KindTerms } from './kind-queries.ts'

interface ProductDownloadsProps {
  readonly productId: string
  readonly terms: KindTerms
}

/** What buyers of a digital product download; a new version reaches those too who bought it before. */
export function ProductDownloads({ productId, terms }: ProductDownloadsProps) {
  const t = useTranslations('catalog.kindTerms')
  const client = useQueryClient()
  const mayWrite = useCan()('catalog:write')
  const [removing, setRemoving] = useState<Download>()
  const readAgain = () => client.invalidateQueries({ queryKey: ['catalog'] })
  const adding = useMutation({
    mutationFn: async ({ files, replaces }: { readonly files: readonly File[]; readonly replaces?: string }) => {
      for (const file of files) await addDownload(productId, file, replaces)
    },
    onSuccess: () => sayDone(t('added')),
    onSettled: readAgain,
  })
  const dropping = useMutation({
    mutationFn: (fileId: string) => removeDownload(productId, fileId),
    onSuccess: async () => {
      setRemoving(undefined)
      await readAgain()
      sayDone(t('removed'))
    },
  })
  return (
    <Panel
      title={t('files')}
      aside={mayWrite && <FilePicker busy={adding.isPending} onPick={(files) => adding.mutate({ files })} />}
    >
      <FormError error={adding.error} />
      {terms.downloads.length === 0 && <p className="dimmed">{t('noFiles')}</p>}
      <ul className={styles.files}>
        {terms.downloads.map((file) => (
          <li key={file.fileId}>
            <span className={styles.file}>
              <a href={downloadAddress(productId, file.fileId)} download={file.name}>
                {file.name}
              </a>
              <span className={styles.note}>
                <Bytes value={file.bytes} /> · <Version number={file.number} /> · <DateText value={file.addedAt} />
              </span>
            </span>
            {mayWrite && (
              <span className={styles.fileTools}>
                <Replace
                  name={file.name}
                  onPick={(picked) => adding.mutate({ files: [picked], replaces: file.fileId })}
                />
                <ActionIcon
                  variant="subtle"
                  size={44}
                  aria-label={t('remove', { name: file.name })}
                  onClick={() => setRemoving(file)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={removing !== undefined}
        title={t('removeTitle', { name: removing?.name ?? '' })}
        confirm={t('removeConfirm')}
        danger
        busy={dropping.isPending}
        error={dropping.error}
        onConfirm={() => removing && dropping.mutate(removing.fileId)}
        onClose={() => {
          dropping.reset()
          setRemoving(undefined)
        }}
      >
        <p>{t('removeMeaning')}</p>
      </ConfirmDialog>
    </Panel>
  )
}

function Version({ number }: { readonly number: number }) {
  const t = useTranslations('catalog.kindTerms')
  return <>{t('version', { number })}</>
}

function Replace({ name, onPick }: { readonly name: string; readonly onPick: (file: File) => void }) {
  const t = useTranslations('catalog.kindTerms')
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant="subtle" mih={44} aria-label={t('replaceOf', { name })} onClick={() => picker.current?.click()}>
        {t('replace')}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('replaceOf', { name })}
        onChange={(change) => {
          const [file] = change.currentTarget.files ?? []
          if (file) onPick(file)
          change.currentTarget.value = ''
        }}
      />
    </>
  )
}
