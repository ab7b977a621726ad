import { TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { CopyToClipboard } from '../../ui/copy-to-clipboard.tsx'
import styles from './oidc.module.css'

interface CopiedAddressProps {
  readonly label: string
  readonly hint: string
  readonly value: string
}

/** An address that somebody gives to another program. */
export function CopiedAddress({ label, hint, value }: CopiedAddressProps) {
  const t = useTranslations('people.providers')
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
      <CopyToClipboard variant="default" value={value} copy={t('copy')} copied={t('copied')} />
    </div>
  )
}
