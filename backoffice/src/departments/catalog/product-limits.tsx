import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { orderLimit, putOrderLimit, type OrderLimit } from './limit-queries.ts'
import styles from './product-screen.module.css'

/** How many of a product one order may have. */
export function ProductLimits({ productId }: { readonly productId: string }) {
  const t = useTranslations('catalog.orderLimit')
  const { data, error, refetch } = useQuery(orderLimit(productId))
  return (
    <Panel title={t('title')}>
      <p className={styles.meaning}>{t('note')}</p>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={120} />}
      {data && <Limits productId={productId} limit={data} />}
    </Panel>
  )
}

function Limits({ productId: id, limit }: { readonly productId: string; readonly limit: OrderLimit }) {
  const t = useTranslations('catalog')
  const client = useQueryClient()
  const locale = useLocale()
  const permission = 'catalog:write'
  const fixed = useCan()(permission) ? undefined : t('needsPermission', { permission })
  const common = { kind: 'integer' as const, minimum: 1, maximum: 999, fixed, half: true }
  const fields: Field[] = [
    { ...common, name: 'least', label: t('orderLimit.least'), hint: t('orderLimit.leastHint') },
    { ...common, name: 'most', label: t('orderLimit.most'), hint: t('orderLimit.mostHint'), optional: true },
    { ...common, name: 'step', label: t('orderLimit.step'), hint: t('orderLimit.stepHint') },
  ]
  return (
    <RecordForm
      fields={fields}
      initial={limit}
      version={limit.version}
      draft={`product-limits/${id}`}
      reread={async () => {
        const changedBy = lastChanges(client, { department: 'catalog', type: 'product', id }, locale)
        const latest = await client.fetchQuery({ ...orderLimit(id), staleTime: 0 })
        return { ...loadedOf(fields, latest, latest.version), changedBy: await changedBy }
      }}
      save={({ values, version = 0 }) => putOrderLimit(id, version, values)}
      submit={t('orderLimit.save')}
      onSaved={() => {
        void client.invalidateQueries({ queryKey: ['catalog'] })
        sayDone(t('orderLimit.saved'))
      }}
      quiet
    />
  )
}
