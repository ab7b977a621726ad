import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Problem } from '../../client/problem.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { useChanging } from '../../ui/record/changing.ts'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import { EditDifference } from './edit-difference.tsx'
import { EditLines } from './edit-lines.tsx'
import styles from './edit-order.module.css'
import { amendOrder, editOptions, EDIT_REASONS, type EditReason } from './edit-queries.ts'
import { orderDetail, type Order } from './queries.ts'
import { AddressPanels, DeliveryPanel } from './edit-where.tsx'
import { useEditPreview } from './use-edit-preview.ts'
import { useOrderEdit, type OrderEdit } from './use-order-edit.ts'

// i18n-dynamic: orders.edit.reasons.*

export default function EditOrderScreen() {
  const t = useTranslations('orders')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: order, error, refetch } = useQuery(orderDetail(id, useLocale()))
  const back = { to: `/orders/${id}`, label: order ? t('numbered', { number: order.number }) : t('one') }
  if (!order) {
    return (
      <>
        <RecordHeader title={t('edit.title')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  return <EditOrder order={order} back={back} />
}

interface EditOrderProps {
  readonly order: Order
  readonly back: { readonly to: string; readonly label: string }
}

function EditOrder({ order, back }: EditOrderProps) {
  const t = useTranslations('orders.edit')
  const record = { department: 'orders', type: 'order' as const, id: order.id }
  const edit = useOrderEdit(order)
  const [begunOn] = useState(order.version)
  const refusal = order.allowedActions.find(({ action }) => action === 'edit')?.reason?.message
  const { data: options } = useQuery({ ...editOptions(order.id), enabled: refusal === undefined })
  const isPacked = options?.lines.some(({ least }) => least > 0) ?? false
  const rules = new Map((options?.lines ?? []).map((line) => [line.position, line]))
  return (
    <>
      <RecordHeader title={t('titleOf', { number: order.number })} back={back} record={record} />
      {refusal === undefined ? (
        <RecordColumns
          main={
            <>
              {order.version !== begunOn && edit.isChanged && (
                <Panel>
                  <p aria-live="polite" className={styles.balance}>
                    {t('changedMeanwhile')}
                  </p>
                </Panel>
              )}
              {isPacked && (
                <Panel>
                  <p className={styles.balance}>{t('stays')}</p>
                </Panel>
              )}
              <Panel title={t('lines')} flush>
                <EditLines order={order} edit={edit} rules={rules} />
              </Panel>
              {order.delivery.method !== null && <DeliveryPanel order={order} edit={edit} isPacked={isPacked} />}
              <AddressPanels order={order} edit={edit} isPacked={isPacked} />
            </>
          }
          side={<Outcome order={order} edit={edit} />}
        />
      ) : (
        <Panel>
          <p>{refusal}</p>
        </Panel>
      )}
    </>
  )
}

/** What it comes to, as it stands on the screen; why; and the button that does it. */
function Outcome({ order, edit }: { readonly order: Order; readonly edit: OrderEdit }) {
  const t = useTranslations('orders.edit')
  const client = useQueryClient()
  const navigate = useNavigate()
  const [saved, setSaved] = useState(false)
  const { data: preview, error } = useEditPreview(order, edit)
  useChanging(edit.isChanged)
  useUnsavedGuard(edit.isChanged && !saved, t('leaveUnsaved'))
  const {
    mutate,
    error: refused,
    isPending,
  } = useMutation({
    mutationFn: () => amendOrder(order, edit.wish),
    onSuccess: async ({ balance }) => {
      setSaved(true)
      sayDone(t(balance ? 'asked' : 'done', { number: order.number }))
      await navigate({ to: `/orders/${order.id}` })
      await client.invalidateQueries({ queryKey: ['orders'] })
    },
    onError: async (problem) => {
      if (problem instanceof Problem && problem.body.code === 'host.version_conflict') {
        await client.invalidateQueries({ queryKey: ['orders', 'one', order.id] })
      }
    },
  })
  const isReady = edit.isChanged && edit.isSound && !error && (!edit.needsNote || edit.note.trim() !== '')
  return (
    <>
      <Panel title={t('outcome')}>
        {!edit.isChanged && <p className={styles.note}>{t('nothingYet')}</p>}
        {edit.isChanged && error && <FormError error={error} />}
        {edit.isChanged && !error && preview && <EditDifference preview={preview} />}
      </Panel>
      <Panel title={t('why')}>
        <div className={styles.why}>
          <NativeSelect
            label={t('reason')}
            value={edit.reason}
            onChange={(change) => edit.setReason(change.currentTarget.value as EditReason)}
            data={EDIT_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          />
          <TextInput
            label={t(edit.needsNote ? 'note' : 'noteOptional')}
            description={t('noteHint')}
            maxLength={300}
            value={edit.note}
            onChange={(change) => edit.setNote(change.currentTarget.value)}
          />
          <FormError error={refused} />
          <Button disabled={!isReady} loading={isPending} onClick={() => mutate()}>
            {t(preview?.asksUntil ? 'ask' : 'save')}
          </Button>
        </div>
      </Panel>
    </>
  )
}
