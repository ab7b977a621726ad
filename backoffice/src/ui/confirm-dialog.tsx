import { Modal } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import styles from './confirm-dialog.module.css'
import { DialogFoot } from './dialog-foot.tsx'
import { useChanging } from './record/changing.ts'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly title: string
  readonly confirm: string
  /** Says so in colour when what follows cannot be taken back. */
  readonly danger?: boolean
  readonly busy: boolean
  readonly ready?: boolean
  readonly error?: unknown
  readonly onConfirm: () => void
  readonly onClose: () => void
  /** It is done, or goes on by itself: what is left is to close it. */
  readonly over?: boolean
  /** For a table in its body. */
  readonly wide?: boolean
  readonly children?: ReactNode
}

const ONE_CLICK_MS = 1_000

/** Asks before something is done; fields go into its body, the refusal is shown in it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, confirm, danger = false, busy, ready = true, error, onConfirm, onClose, children } = props
  const t = useTranslations('ui.dialog')
  useChanging(opened)
  // Of two clicks within one rendering the second does not know yet that the first is under way.
  const sentAt = useRef<number>(undefined)
  useEffect(() => {
    sentAt.current = undefined
  })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={props.wide ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': t('close') }}
      radius="lg"
    >
      <form
        className={styles.form}
        onSubmit={(submit) => {
          submit.preventDefault()
          const isAgain = sentAt.current !== undefined && submit.timeStamp - sentAt.current < ONE_CLICK_MS
          if (!ready || busy || isAgain) return
          sentAt.current = submit.timeStamp
          onConfirm()
        }}
      >
        {children}
        <DialogFoot
          error={error}
          submit={confirm}
          busy={busy}
          ready={ready}
          danger={danger}
          onBack={props.over ? undefined : onClose}
        />
      </form>
    </Modal>
  )
}
