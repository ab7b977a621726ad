import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import styles from './dialog-foot.module.css'
import { FormError } from './form-error.tsx'

interface DialogFootProps {
  readonly error: unknown
  readonly submit: string
  readonly busy: boolean
  readonly ready?: boolean
  /** Says so in colour when what follows cannot be taken back. */
  readonly danger?: boolean
  /** None where nothing can be gone back from any more. */
  readonly onBack?: (() => void) | undefined
}

/** How a form in a dialog ends: its refusal, the way back, and the button that sends it. */
export function DialogFoot({ error, submit, busy, ready = true, danger = false, onBack }: DialogFootProps) {
  const t = useTranslations('ui.dialog')
  return (
    <>
      <FormError error={error} />
      <div className={styles.actions}>
        {onBack && (
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
        )}
        <Button type="submit" loading={busy} disabled={!ready} {...(danger ? { color: 'brick' } : {})}>
          {submit}
        </Button>
      </div>
    </>
  )
}
