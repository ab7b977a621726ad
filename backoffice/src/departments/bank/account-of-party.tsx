import { Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { forgetAccount, revealAccount, type Entry } from './queries.ts'

/** The account on the other side: its end for everybody, the whole of it for who says what for, and its end for good. */
export function AccountOfParty({ entry }: { readonly entry: Entry }) {
  const t = useTranslations('bank.account')
  const [asking, setAsking] = useState<'reveal' | 'forget'>()
  const refusalOf = (action: string) => entry.allowedActions.find((one) => one.action === action)?.reason?.message
  return (
    <>
      <p>•••• {entry.partyIbanEndsOn}</p>
      <Group gap={8}>
        <ActionButton variant="default" size="sm" refusal={refusalOf('reveal')} onClick={() => setAsking('reveal')}>
          {t('show')}
        </ActionButton>
        <ActionButton variant="default" size="sm" refusal={refusalOf('forget')} onClick={() => setAsking('forget')}>
          {t('forget')}
        </ActionButton>
      </Group>
      {asking === 'reveal' && <RevealDialog id={entry.id} onClose={() => setAsking(undefined)} />}
      {asking === 'forget' && <ForgetDialog id={entry.id} onClose={() => setAsking(undefined)} />}
    </>
  )
}

interface DialogProps {
  readonly id: string
  readonly onClose: () => void
}

function RevealDialog({ id, onClose }: DialogProps) {
  const t = useTranslations('bank.account')
  const [purpose, setPurpose] = useState('')
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => revealAccount(id, purpose.trim()) })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t(data ? 'close' : 'show')}
      over={data !== undefined}
      busy={isPending}
      ready={data !== undefined || purpose.trim() !== ''}
      error={error}
      onConfirm={() => (data ? onClose() : mutate())}
      onClose={onClose}
    >
      {data ? (
        <output>
          <code>{data.iban.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        </output>
      ) : (
        <TextInput
          label={t('purpose')}
          description={t('purposeMeaning')}
          maxLength={500}
          data-autofocus
          value={purpose}
          onChange={(change) => setPurpose(change.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  )
}

function ForgetDialog({ id, onClose }: DialogProps) {
  const t = useTranslations('bank.account')
  const client = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => forgetAccount(id),
    onSuccess: async () => {
      onClose()
      sayDone(t('forgotten'))
      await client.invalidateQueries({ queryKey: ['bank'] })
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('forgetTitle')}
      confirm={t('forget')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('forgetMeaning')}</p>
    </ConfirmDialog>
  )
}
