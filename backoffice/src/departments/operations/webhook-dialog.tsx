import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { createWebhook, type WebhookDraft } from './webhook-queries.ts'
import { WebhookSecret } from './webhook-secret.tsx'
import { WebhookSheet } from './webhook-sheet.tsx'

/** Asks where and of what; then shows the secret, once, and leads to the webhook. */
export function WebhookDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('operations.webhooks')
  const ui = useTranslations('ui.dialog')
  const client = useQueryClient()
  const navigate = useNavigate()
  const [made, setMade] = useState<{ readonly id: string; readonly secret: string }>()
  const close = () => {
    onClose()
    if (made) void navigate({ to: '/webhooks/$id', params: { id: made.id } } as never)
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t(made ? 'secretOnce' : 'add')}
      closeButtonProps={{ 'aria-label': ui('close') }}
      closeOnClickOutside={made === undefined}
      size="lg"
      radius="lg"
    >
      {made && <WebhookSecret secret={made.secret} onDone={close} />}
      {!made && (
        <WebhookSheet
          mayWrite
          submit={t('create')}
          onCancel={onClose}
          options={() => ({
            initial: { name: '', address: 'https://', kinds: [] },
            save: async ({ values }) => {
              const answer = await createWebhook(values as unknown as WebhookDraft)
              await client.invalidateQueries({ queryKey: ['operations'] })
              setMade(answer)
            },
          })}
        />
      )}
    </Modal>
  )
}
