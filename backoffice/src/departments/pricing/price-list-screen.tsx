import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { ActivationDialog } from './activation-dialog.tsx'
import { PriceListForm } from './price-list-form.tsx'
import { PriceListPrices } from './price-list-prices.tsx'
import { priceListChoices, priceListDetail } from './price-list-queries.ts'
import { PRICE_LIST_TONES, type PriceListState } from './price-list-state.tsx'

const permission = 'pricing:write'

/** One price list, or a new one: for whom, where and when, and its prices. */
export default function PriceListScreen() {
  const { id } = useParams({ strict: false }) as { id?: string }
  return id === undefined ? <NewPriceList /> : <KnownPriceList key={id} id={id} />
}

function useBack() {
  const t = useTranslations('pricing.lists')
  return { to: '/price-lists', label: t('title') }
}

function NewPriceList() {
  const t = useTranslations('pricing.lists')
  const { data: choices, error, refetch } = useQuery(priceListChoices(useLocale()))
  return (
    <>
      <RecordHeader title={t('add')} back={useBack()} />
      {choices && <PriceListForm choices={choices} />}
      {!choices && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />)}
    </>
  )
}

// i18n-dynamic: pricing.lists.states.*
function KnownPriceList({ id }: { readonly id: string }) {
  const t = useTranslations('pricing.lists')
  const tPricing = useTranslations('pricing')
  const locale = useLocale()
  const mayWrite = useCan()(permission)
  const { data: list, error, refetch } = useQuery(priceListDetail(id))
  const { data: choices } = useQuery(priceListChoices(locale))
  const [asked, ask] = useState<'activate' | 'withdraw'>()
  const back = useBack()
  const name = list && (list.names[locale] ?? list.names['en'] ?? list.code)
  useRecentRecord('price_list', `/price-lists/${id}`, name)
  if (!list || !choices) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} radius="lg" />}
      </>
    )
  }
  const state = list.state as PriceListState
  const refusal = mayWrite ? undefined : tPricing('needsPermission', { permission })
  const actions: RecordAction[] = [
    state === 'draft'
      ? { key: 'activate', label: t('activate'), refusal, onClick: () => ask('activate') }
      : { key: 'withdraw', label: t('withdraw'), refusal, danger: true, onClick: () => ask('withdraw') },
  ]
  const record = { department: 'pricing', type: 'price_list' as const, id }
  return (
    <>
      <RecordHeader
        title={name ?? list.code}
        subtitle={list.code}
        state={{ tone: PRICE_LIST_TONES[state], label: t(`states.${state}`) }}
        back={back}
        record={{ type: 'price_list', id }}
        actions={actions}
      />
      <RecordColumns
        main={
          <>
            <PriceListPrices list={list} />
            <PriceListForm list={list} choices={choices} />
          </>
        }
        side={<RecordWork record={record} title={name ?? list.code} write={permission} />}
      />
      {asked && <ActivationDialog list={list} what={asked} onClose={() => ask(undefined)} />}
    </>
  )
}
