import { ActionIcon, Button, Skeleton } from '@mantine/core'
import { IconTrash, IconUpload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { DateText } from '../date-text.tsx'
import { sayDone } from '../done.ts'
import { ErrorState } from '../error-state.tsx'
import { FormError } from '../form-error.tsx'
import { Panel } from '../panel.tsx'
import styles from './record.module.css'
import { addFile, fileAddress, recordFiles, removeFile, type RecordFile, type RecordRef } from './record-queries.ts'

interface RecordFilesProps {
  readonly record: RecordRef
  readonly mayWrite: boolean
}

/** Papers that belong to a record: anybody who reads it may fetch them, who may write may add and remove. */
export function RecordFiles({ record, mayWrite }: RecordFilesProps) {
  const t = useTranslations('ui.record')
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(recordFiles(record))
  const [removing, setRemoving] = useState<RecordFile>()
  const picker = useRef<HTMLInputElement>(null)
  const readAgain = () => client.invalidateQueries({ queryKey: [record.department] })
  const adding = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await addFile(record, file)
    },
    onSuccess: () => sayDone(t('added')),
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
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            loading={adding.isPending}
            leftSection={<IconUpload size={14} aria-hidden />}
            onClick={() => picker.current?.click()}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('add')}
        onChange={(change) => {
          adding.mutate([...(change.currentTarget.files ?? [])])
          change.currentTarget.value = ''
        }}
      />
      <FormError error={adding.error} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={48} />}
      {data?.items.length === 0 && <p className="dimmed">{t('noFiles')}</p>}
      <ul className={styles.files}>
        {data?.items.map((file) => (
          <li key={file.id}>
            <span className={styles.file}>
              <a href={fileAddress(record, file.id)} download={file.name}>
                {file.name}
              </a>
              <span className={styles.note}>
                <Bytes value={file.bytes} /> · {file.by && `${file.by.name} · `}
                <DateText value={file.at} />
              </span>
            </span>
            {mayWrite && (
              <ActionIcon
                variant="subtle"
                aria-label={t('remove', { name: file.name })}
                onClick={() => setRemoving(file)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
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

const KILO = 1000

function Bytes({ value }: { readonly value: number }) {
  const format = useFormatter()
  const unit = value < KILO ? 'byte' : value < KILO * KILO ? 'kilobyte' : 'megabyte'
  const divisor = unit === 'byte' ? 1 : unit === 'kilobyte' ? KILO : KILO * KILO
  return <>{format.number(value / divisor, { style: 'unit', unit, maximumFractionDigits: 1 })}</>
}
