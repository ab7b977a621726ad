import { Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import styles from './webhooks.module.css'

/** Shown once: the house keeps only ciphertext of it. */
export function WebhookSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const t = useTranslations('operations.webhooks')
  const { copy, copied } = useClipboard({ timeout: 3000 })
  return (
    <div className={styles.stack}>
      <p>{t('secretMeaning')}</p>
      <TextInput
        label={t('secret')}
        readOnly
        value={secret}
        classNames={{ input: styles.secret ?? '' }}
        onFocus={(focus) => focus.currentTarget.select()}
      />
      <div className={styles.buttons}>
        <Button
          leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          onClick={() => copy(secret)}
        >
          {t(copied ? 'copied' : 'copy')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  )
}
