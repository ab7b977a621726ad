import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { activatePriceList, withdrawPriceList, type PriceList } from './price-list-queries.ts'

interface ActivationDialogProps {
  readonly list: PriceList
  readonly what: 'activate' | 'withdraw'
  readonly onClose: () => void
}

/** Lets a list hold, or stops it; where it collides with other plans, with the reason why all the same. */
export function ActivationDialog({ list, what, onClose }: ActivationDialogProps) {
  const t = useTranslations('pricing.lists')
  const tCollisions = useTranslations('pricing.collisions')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      what === 'activate' ? activatePriceList(list.id, reason.trim() || undefined) : withdrawPriceList(list.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['pricing'] })
      sayDone(t(what === 'activate' ? 'activated' : 'withdrawn'))
      onClose()
    },
  })
  const isAsked = reason !== '' || (isProblem(error) && error.body.field === 'nonetheless')
  return (
    <ConfirmDialog
      opened
      danger={what === 'withdraw'}
      title={t(what === 'activate' ? 'activateTitle' : 'withdrawTitle')}
      confirm={t(what)}
      busy={isPending}
      ready={!isAsked || reason.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t(what === 'activate' ? 'activateMeaning' : 'withdrawMeaning', { prices: list.prices })}</p>
      {isAsked && (
        <Textarea
          label={tCollisions('nonetheless')}
          description={tCollisions('nonethelessHint')}
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          onChange={(change) => setReason(change.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  )
}
