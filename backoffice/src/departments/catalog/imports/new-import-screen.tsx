import { Button, Loader } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../ui/form-error.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { FilePicker } from './file-picker.tsx'
import { receiveImport } from './import-queries.ts'
import styles from './imports.module.css'

/** A file is dropped here, and looked at on a page of its own. */
export default function NewImportScreen() {
  const t = useTranslations('catalog.import')
  const navigate = useNavigate()
  const sent = useMutation({
    mutationFn: (file: File) => receiveImport(file, new AbortController().signal),
    onSuccess: (id) => navigate({ to: `/products/imports/${id}` }),
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('intro')}
        back={{ to: '/products', label: t('back') }}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/products/imports" {...props} />}>
            {t('earlier')}
          </Button>
        }
      />
      <div className={styles.stack}>
        <Panel>
          <FilePicker name={sent.variables?.name} onChoose={(file) => !sent.isPending && sent.mutate(file)} />
        </Panel>
        {sent.isPending && (
          <output className={styles.busy}>
            <Loader size="sm" />
            {t('reading')}
          </output>
        )}
        <FormError error={sent.error} />
      </div>
    </>
  )
}
