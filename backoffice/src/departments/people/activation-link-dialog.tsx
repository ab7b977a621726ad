import { Button, Modal, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
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
  const { copy, copied } = useClipboard({ timeout: 3000 })
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
        <Button
          leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          onClick={() => copy(address)}
        >
          {copied ? t('copied') : t('copy')}
        </Button>
      </div>
    </Modal>
  )
}
