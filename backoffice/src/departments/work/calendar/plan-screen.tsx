import { Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useMarketList } from '../../../app/market-names.ts'
import { useRecentRecord } from '../../../app/palette/recent.ts'
import { useCan } from '../../../app/session/session.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { sayDone } from '../../../ui/done.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Panel, RecordColumns } from '../../../ui/panel.tsx'
import { RecordHeader } from '../../../ui/record-header.tsx'
import { calendarChoices, planDetail, withdrawPlan, type Plan } from './calendar-queries.ts'
import styles from './calendar.module.css'
import { PlanCollisions } from './plan-collisions.tsx'
import { PlanDrawer } from './plan-drawer.tsx'
import { RecordWork } from '../record-work.tsx'

/** One plan: what it is about, what it collides with, and what happened to it. */
export default function PlanScreen() {
  const t = useTranslations('work.calendar.plan')
  const locale = useLocale()
  const client = useQueryClient()
  const mayPlan = useCan()('work:plan')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: plan, error, refetch } = useQuery(planDetail(id, locale))
  const choices = useQuery(calendarChoices(locale))
  const [open, setOpen] = useState<'change' | 'withdraw'>()
  useRecentRecord('plan', `/plans/${id}`, plan?.title)
  const back = { to: '/calendar', label: t('calendar') }
  if (!plan) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const record = { department: 'calendar', type: 'plan' as const, id }
  const kind = choices.data?.kinds.find((one) => one.kind === plan.kind)?.label ?? plan.kind
  const refusal = mayPlan ? undefined : t('needsPermission', { permission: 'work:plan' })
  const close = () => setOpen(undefined)
  return (
    <>
      <RecordHeader
        title={plan.title}
        back={back}
        record={record}
        subtitle={<When plan={plan} />}
        state={plan.withdrawal ? { tone: 'neutral', label: t('withdrawn') } : { tone: 'active', label: kind }}
        actions={
          plan.withdrawal || plan.record
            ? []
            : [
                { key: 'withdraw', label: t('withdraw'), danger: true, refusal, onClick: () => setOpen('withdraw') },
                { key: 'change', label: t('change'), refusal, onClick: () => setOpen('change') },
              ]
        }
      />
      <RecordColumns
        main={
          <>
            {plan.record && plan.path && (
              <p>
                {t('ofRecord')} <Link to={plan.path}>{t('ofRecordLink')}</Link>
              </p>
            )}
            <Panel title={t('collisions')}>
              <PlanCollisions collisions={plan.collisions} />
            </Panel>
            {plan.note && (
              <Panel title={t('note')}>
                <p className={styles.note}>{plan.note}</p>
              </Panel>
            )}
          </>
        }
        side={
          <>
            <About plan={plan} kind={kind} />
            <RecordWork record={record} title={plan.title} write="work:plan" />
          </>
        }
      />
      {open === 'change' && choices.data && (
        <PlanDrawer
          choices={choices.data}
          plan={plan}
          onClose={close}
          onSaved={() => {
            close()
            void client.invalidateQueries({ queryKey: ['calendar'] })
          }}
        />
      )}
      {open === 'withdraw' && <WithdrawDialog plan={plan} onClose={close} />}
    </>
  )
}

function When({ plan: { time, zone } }: { readonly plan: Plan }) {
  const format = useFormatter()
  if (time.allDay) {
    const at = (on: string) => new Date(`${on}T00:00:00Z`)
    return <>{format.dateTimeRange(at(time.fromOn), at(time.toOn), { dateStyle: 'long', timeZone: 'UTC' })}</>
  }
  const look = { dateStyle: 'long', timeStyle: 'short', timeZone: zone } as const
  return (
    <>
      {format.dateTimeRange(new Date(time.startsAt), new Date(time.endsAt), look)} ({zone.replaceAll('_', ' ')})
    </>
  )
}

function About({ plan, kind }: { readonly plan: Plan; readonly kind: string }) {
  const marketList = useMarketList()
  const t = useTranslations('work.calendar.plan')
  const names = (goods: readonly { readonly title: string }[]) => goods.map(({ title }) => title).join(', ')
  const orAll = (text: string) => text || t('all')
  return (
    <Panel title={t('about')}>
      <Facts
        items={[
          [t('kind'), kind],
          [t('owner'), plan.owner.name],
          [t('unit'), plan.unit?.name ?? null],
          [t('markets'), orAll(marketList(plan.markets))],
          [t('locations'), orAll(plan.locations.join(', '))],
          [t('products'), orAll(names([...plan.products, ...plan.categories]))],
          [
            t('path'),
            plan.path && (
              <Link key="path" to={plan.path}>
                {plan.path}
              </Link>
            ),
          ],
          [t('withdrawnWhy'), plan.withdrawal?.reason ?? null],
        ]}
      />
    </Panel>
  )
}

function WithdrawDialog({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const t = useTranslations('work.calendar.plan')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => withdrawPlan(plan, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['calendar'] })
      sayDone(t('withdrawnDone'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('withdraw')}
      confirm={t('withdraw')}
      busy={isPending}
      ready={reason.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('withdrawMeaning')}</p>
      <TextInput
        label={t('reason')}
        maxLength={300}
        data-autofocus
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
