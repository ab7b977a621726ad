import { Modal, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { rotateSecret, webhookKey } from './webhook-queries.ts'
import { WebhookSecret } from './webhook-secret.tsx'
import styles from './webhooks.module.css'

const OVERLAPS = [0, 1, 24, 72, 168] as const

/** A new secret beside the old one, until the program knows it. */
export function RotateDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTranslations('operations.webhooks')
  const ui = useTranslations('ui.dialog')
  const client = useQueryClient()
  const [hours, setHours] = useState(24)
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => rotateSecret(id, hours),
    onSuccess: () => client.invalidateQueries({ queryKey: webhookKey }),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(data ? 'secretOnce' : 'rotate.open')}
      closeButtonProps={{ 'aria-label': ui('close') }}
      closeOnClickOutside={data === undefined}
      radius="lg"
    >
      {data ? (
        <WebhookSecret secret={data.secret} onDone={onClose} />
      ) : (
        <form
          className={styles.stack}
          onSubmit={(submit) => {
            submit.preventDefault()
            mutate()
          }}
        >
          <p>{t('rotate.meaning')}</p>
          <NativeSelect
            label={t('rotate.oldSigns')}
            data={OVERLAPS.map((value) => ({ value: String(value), label: t('rotate.hours', { hours: value }) }))}
            value={String(hours)}
            onChange={(change) => setHours(Number(change.currentTarget.value))}
          />
          <DialogFoot error={error} submit={t('rotate.make')} busy={isPending} onBack={onClose} />
        </form>
      )}
    </Modal>
  )
}
