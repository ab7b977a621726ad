import { Select, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { answer, api, type Got } from '../../client/api.ts'
import { ChartFrame, type ChartTable } from '../../ui/charts/chart-frame.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { decimalOf, exponentOf, formatMoney } from '../../ui/format-money.ts'
import { RecordHeader } from '../../ui/record-header.tsx'
import { priceListChoices } from './price-list-queries.ts'
import { PriceSteps } from './price-steps.tsx'

export type PriceHistory = Got<'/api/variants/{id}/price-history'>

/** What pages showed of a variant over time, and what a reduction of today is measured against. */
export default function PriceHistoryScreen() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const t = useTranslations('pricing.history')
  const marketName = useMarketName()
  const locale = useLocale()
  const [market, setMarket] = useState<string>()
  const { data: choices } = useQuery(priceListChoices(locale))
  const { data, error, refetch } = useQuery({
    queryKey: ['pricing', 'history', id, market, locale],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/variants/{id}/price-history', {
          params: { path: { id }, query: { ...(market !== undefined && { market }) } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  })
  const back = { to: '/variants', label: t('back') }
  if (!data) {
    return (
      <>
        <RecordHeader title={t('title')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const chooser = choices && choices.markets.length > 1 && (
    <Select
      aria-label={t('market')}
      w={176}
      allowDeselect={false}
      data={choices.markets.map(({ code }) => ({ value: code, label: marketName(code) }))}
      value={data.market}
      onChange={(next) => next !== null && setMarket(next)}
    />
  )
  return (
    <>
      <RecordHeader title={data.name || t('title')} subtitle={data.sku} back={back} />
      <History history={data} aside={chooser} />
    </>
  )
}

function History({ history, aside }: { readonly history: PriceHistory; readonly aside: React.ReactNode }) {
  const t = useTranslations('pricing.history')
  const locale = useLocale()
  const format = useFormatter()
  const { items, lowest } = history
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  const last = items.at(-1)
  const table: ChartTable = {
    head: [t('from'), t('until'), t('price'), t('shown')],
    rows: items.toReversed().map(({ from, until, price, announced }) => [
      { text: moment(from), plain: from },
      { text: until === null ? t('now') : moment(until), plain: until ?? '' },
      {
        text: price ? formatMoney(price, locale) : t('notOnSale'),
        plain: price ? decimalOf(price.amount, exponentOf(price.currency)) : '',
      },
      { text: t(announced ? 'reduced' : 'plain'), plain: announced ? 'reduced' : '' },
    ]),
  }
  const summary = last?.price
    ? lowest
      ? t('summaryReduced', { price: formatMoney(last.price, locale), lowest: formatMoney(lowest, locale) })
      : t(last.announced ? 'summaryUnknown' : 'summary', { price: formatMoney(last.price, locale) })
    : t('summaryNone')
  return (
    <ChartFrame
      title={t('title')}
      summary={summary}
      table={table}
      aside={aside}
      empty={items.length === 0 ? t('none') : undefined}
    >
      <PriceSteps items={items} />
    </ChartFrame>
  )
}
