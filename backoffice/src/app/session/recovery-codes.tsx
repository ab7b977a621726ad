import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { CopyToClipboard } from '../../ui/copy-to-clipboard.tsx'
import { saveFile } from '../../ui/done.ts'
import styles from './totp-set-up.module.css'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onKept: () => void
}

/** Shown once: the house keeps only their hashes. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const t = useTranslations('app.proof')
  const text = `${codes.join('\n')}\n`
  return (
    <div className={styles.form}>
      <p>{t('codesIntro')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <CopyToClipboard variant="default" value={text} copy={t('copy')} copied={t('copied')} />
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), 'fondaco-recovery-codes.txt')}
        >
          {t('download')}
        </Button>
      </div>
      <Button size="md" fullWidth onClick={onKept}>
        {t('kept')}
      </Button>
    </div>
  )
}
