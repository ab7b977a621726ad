import { Modal, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { CopyToClipboard } from '../../ui/copy-to-clipboard.tsx'
import styles from './activation-link-dialog.module.css'

/** The link is shown once: the house keeps only its hash. */
export function ActivationLinkDialog({
  path,
  onClose,
}: {
  readonly path: string | undefined
  readonly onClose: () => void
}) {
  const t = useTranslations('people.link')
  const address = path === undefined ? '' : new URL(path, window.location.origin).href
  return (
    <Modal
      opened={path !== undefined}
      onClose={onClose}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      radius="lg"
    >
      <div className={styles.body}>
        <p>{t('meaning')}</p>
        <TextInput label={t('label')} readOnly value={address} onFocus={(focus) => focus.currentTarget.select()} />
        <CopyToClipboard value={address} copy={t('copy')} copied={t('copied')} />
      </div>
    </Modal>
  )
}
