import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { FileLine } from '../../ui/record/file-line.tsx'
import { FilePicker } from '../../ui/record/file-picker.tsx'
import record from '../../ui/record/record.module.css'
import { addThreadFile, sharedFileAddress, type Thread } from './talk-queries.ts'
import styles from './talk.module.css'

/** The files that whoever reads this thread reads too, and a way to add one for them. */
export function ThreadFiles({ thread: { id, files, mayAddFiles } }: { readonly thread: Thread }) {
  const t = useTranslations('work.talk')
  const client = useQueryClient()
  const adding = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      for (const file of chosen) await addThreadFile(id, file)
    },
    onSuccess: () => sayDone(t('filesShared')),
    onSettled: () => client.invalidateQueries(),
  })
  if (files.length === 0 && !mayAddFiles) return null
  return (
    <section className={styles.threadFiles} aria-label={t('files')}>
      <div className={styles.filesHead}>
        <h3 className={styles.filesTitle}>{t('files')}</h3>
        {mayAddFiles && <FilePicker busy={adding.isPending} onPick={(chosen) => adding.mutate(chosen)} />}
      </div>
      <FormError error={adding.error} />
      {files.length > 0 && (
        <ul className={record.files}>
          {files.map((file) => (
            <FileLine key={file.id} file={file} address={sharedFileAddress(file.id)} />
          ))}
        </ul>
      )}
    </section>
  )
}
