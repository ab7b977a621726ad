import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { useCan } from '../../app/session/session.ts'
import { createDraft } from './draft-queries.ts'
import { emptyWish, type DraftWish } from './draft-wish.ts'
import { countriesSold } from './sold-countries.ts'

const TAKING = ['orders', 'takeOrder']

/** Begins an order for somebody: empty, or with what is given. */
export function TakeOrderButton({ wish, label }: { readonly wish?: DraftWish; readonly label?: string }) {
  const t = useTranslations('orders.draft')
  const navigate = useNavigate()
  const client = useQueryClient()
  const mayEdit = useCan()('orders:edit')
  const { mutate, error, isPending } = useMutation({
    mutationKey: TAKING,
    mutationFn: async () => createDraft(wish ?? emptyWish((await client.ensureQueryData(countriesSold))[0] ?? 'IT')),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      await navigate({ to: `/orders/drafts/${id}` })
    },
  })
  if (!mayEdit) return null
  const take = () => {
    // The second half of a double click comes before the button looks busy.
    if (client.isMutating({ mutationKey: TAKING }) === 0) mutate()
  }
  return (
    <>
      <ActionButton {...(wish && { variant: 'default' })} loading={isPending} onClick={take}>
        {label ?? t('take')}
      </ActionButton>
      <FormError error={error} />
    </>
  )
}
