import { Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import styles from './oidc.module.css'

interface CopiedAddressProps {
  readonly label: string
  readonly hint: string
  readonly value: string
}

/** An address that somebody gives to another program. */
export function CopiedAddress({ label, hint, value }: CopiedAddressProps) {
  const t = useTranslations('people.providers')
  const { copy, copied } = useClipboard({ timeout: 3000 })
  return (
    <div className={styles.address}>
      <TextInput
        label={label}
        description={hint}
        readOnly
        value={value}
        className={styles.grows ?? ''}
        onFocus={(focus) => focus.currentTarget.select()}
      />
      <Button
        variant="default"
        leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
        onClick={() => copy(value)}
      >
        {t(copied ? 'copied' : 'copy')}
      </Button>
    </div>
  )
}
