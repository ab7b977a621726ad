import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { sayDone } from '../done.ts'
import { ErrorState } from '../error-state.tsx'
import { FormError } from '../form-error.tsx'
import { Panel } from '../panel.tsx'
import { FileLine, FileTools } from './file-line.tsx'
import { FilePicker } from './file-picker.tsx'
import styles from './record.module.css'
import {
  addFile,
  fileAddress,
  recordFiles,
  removeFile,
  shareFile,
  type RecordFile,
  type RecordRef,
} from './record-queries.ts'
import { SharingSelect } from './sharing-select.tsx'

interface RecordFilesProps {
  readonly record: RecordRef
  readonly mayWrite: boolean
}

/** Papers that belong to a record: whoever reads it may fetch them, who may write may add, share and remove. */
export function RecordFiles({ record, mayWrite }: RecordFilesProps) {
  const t = useTranslations('ui.record')
  const can = useCan()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(recordFiles(record))
  const [removing, setRemoving] = useState<RecordFile>()
  const [sharedWith, setSharedWith] = useState<string | null>(null)
  const readAgain = async () => {
    await client.invalidateQueries({ queryKey: [record.department] })
    // Threads that are shared show the files that are shared with the same company.
    await client.invalidateQueries({ queryKey: ['work', 'talk'] })
  }
  const adding = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await addFile(record, file, sharedWith)
    },
    onSuccess: () => sayDone(t('added')),
    onSettled: readAgain,
  })
  const sharing = useMutation({
    mutationFn: ({ file, companyId }: { readonly file: RecordFile; readonly companyId: string | null }) =>
      shareFile(file.id, companyId),
    onSuccess: () => sayDone(t('sharingChanged')),
    onSettled: readAgain,
  })
  const dropping = useMutation({
    mutationFn: (fileId: string) => removeFile(record, fileId),
    onSuccess: async () => {
      setRemoving(undefined)
      await readAgain()
      sayDone(t('removed'))
    },
  })
  return (
    <Panel
      title={t('files')}
      aside={mayWrite && <FilePicker busy={adding.isPending} onPick={(files) => adding.mutate(files)} />}
    >
      {mayWrite && can('work:read') && (
        <SharingSelect
          value={sharedWith}
          words={{
            readers: t('readersOfNew'),
            internal: t('internal'),
            sharedWith: (name) => t('sharedWith', { name }),
          }}
          onChange={setSharedWith}
        />
      )}
      <FormError error={adding.error ?? sharing.error} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={48} />}
      {data?.items.length === 0 && <p className="dimmed">{t('noFiles')}</p>}
      <ul className={styles.files}>
        {data?.items.map((file) => (
          <FileLine key={file.id} file={file} address={fileAddress(record, file.id)} tellReaders>
            {mayWrite && (
              <FileTools
                file={file}
                onShare={(companyId) => sharing.mutate({ file, companyId })}
                onRemove={() => setRemoving(file)}
              />
            )}
          </FileLine>
        ))}
      </ul>
      {removing && (
        <ConfirmDialog
          opened
          danger
          title={t('remove', { name: removing.name })}
          confirm={t('removeIt')}
          busy={dropping.isPending}
          error={dropping.error}
          onConfirm={() => dropping.mutate(removing.id)}
          onClose={() => setRemoving(undefined)}
        >
          <p>{t('removeMeaning')}</p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}
