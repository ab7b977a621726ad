import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { Panel } from '../../ui/panel.tsx'
import { paymentLink, sendPaymentLink } from './draft-queries.ts'
import styles from './edit-order.module.css'

/** Of an order that staff took: whether its buyer was sent the link to pay, and once more. Nothing where it is not paid by one. */
export function PaymentLink({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('orders.draft.link')
  const locale = useLocale()
  const client = useQueryClient()
  const { data } = useQuery(paymentLink(orderId))
  const send = useMutation({
    mutationFn: () => sendPaymentLink(orderId),
    onSuccess: () => sayDone(t('sent', { email: data?.email ?? '' })),
    onSettled: () => client.invalidateQueries({ queryKey: ['orders', 'paymentLink', orderId] }),
  })
  if (!data || data.sentAt === null || data.due === null) return null
  const { sentAt, until, email, due, count, allowedActions } = data
  const refusal = allowedActions.find(({ action }) => action === 'send')?.reason
  // What is paid or over is told by the order itself.
  if (refusal?.code === 'orders.not_awaiting_payment') return null
  return (
    <Panel title={t('title')}>
      <p className={styles.balance}>
        {t.rich('asked', {
          email,
          count,
          due: formatMoney(due, locale),
          at: () => <DateText value={sentAt} form="full" />,
        })}
      </p>
      <p className={styles.note}>{t.rich('until', { until: () => <DateText value={until} form="full" /> })}</p>
      <FormError error={send.error} />
      <div className={styles.choices}>
        <ActionButton
          variant="default"
          loading={send.isPending}
          refusal={refusal?.message}
          onClick={() => send.mutate()}
        >
          {t('send')}
        </ActionButton>
      </div>
    </Panel>
  )
}
