import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { sendCard, type Card } from './queries.ts'

/** The mail once more: also to another address, which the card then keeps. */
export function SendDialog({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const t = useTranslations('gift-cards.send')
  const client = useQueryClient()
  const [email, setEmail] = useState(card.recipientEmail)
  const [key] = useState(() => crypto.randomUUID())
  const sending = useMutation({
    mutationFn: () => sendCard(card.id, email.trim(), `${key}.${encodeURIComponent(email.trim()).slice(0, 200)}`),
    onSuccess: async ({ recipient }) => {
      await client.invalidateQueries({ queryKey: ['gift-cards'] })
      sayDone(t('done', { recipient }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('open')}
      confirm={t('submit')}
      busy={sending.isPending}
      ready={email.trim() !== ''}
      error={sending.error}
      onConfirm={() => sending.mutate()}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      <TextInput
        label={t('email')}
        type="email"
        maxLength={254}
        data-autofocus
        value={email}
        onChange={(change) => setEmail(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
