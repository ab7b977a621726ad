import { Select } from '@mantine/core'
import { IconCoins } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { listDeclaration } from '../../ui/list/list-queries.ts'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { CostWithMargin } from './cost-with-margin.tsx'
import { costCurrency, marginsChanged } from './margin-queries.ts'
import { FirstStep } from '../set-up/first-step.tsx'
import { priceIn, stockAt, variantBatches, variantEditors } from './variant-cells.ts'
import {
  changeVariants,
  recordCounts,
  setCosts,
  setPrices,
  shop,
  type CostToSet,
  type CountToRecord,
  type PriceToSet,
  type VariantChange,
  type VariantRow,
} from './variant-queries.ts'
import styles from './variants.module.css'

// i18n-dynamic: pricing.variants.states.*
const SHOWN = ['sku', 'name', 'price', 'compareAt', 'cost', 'onHand', 'available']

/** All variants like a sheet: prices and stock are changed where they stand, one by one or pasted in a block. */
export default function VariantsScreen() {
  const t = useTranslations('pricing.variants')
  const { currency, location, choosers } = usePlace()
  const looks = useLooks(currency, location)
  const saving = useSaving()
  const batches = useMemo(() => variantBatches(currency, location ?? '', saving), [currency, location, saving])
  return (
    <ListScreen
      department="pricing"
      path="/api/variants"
      title={t('title')}
      subtitle={t('intro')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={skuOf}
      linkTo={linkOf}
      batches={batches}
      actions={choosers}
      empty={
        <EmptyState icon={IconCoins} title={t('empty')} action={<FirstStep step="product" />}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconCoins} title={t('noneFound')} />}
    />
  )
}

/** In which currency, and at which location; asked only where there is more than one. */
function usePlace() {
  const t = useTranslations('pricing.variants')
  const locale = useLocale()
  const can = useCan()
  const [chosen, choose] = useState<{ readonly currency?: string; readonly location?: string }>({})
  const { data: sold } = useQuery(shop)
  const { data: stock } = useQuery({
    ...listDeclaration('inventory', '/api/stock', locale),
    enabled: can('inventory:read'),
  })
  const currencies = [...new Set(sold?.markets.map(({ currency }) => currency))]
  const locations = stock?.columns.find(({ key }) => key === 'location')?.values ?? []
  const currency = chosen.currency ?? currencies[0] ?? ''
  const location = chosen.location ?? locations[0]?.value
  const choosers = (currencies.length > 1 || locations.length > 1) && (
    <div className={styles.choosers}>
      {currencies.length > 1 && (
        <Select
          className={styles.currency}
          aria-label={t('currency')}
          data={currencies}
          value={currency}
          allowDeselect={false}
          onChange={(next) => next !== null && choose((now) => ({ ...now, currency: next }))}
        />
      )}
      {locations.length > 1 && location !== undefined && (
        <Select
          className={styles.location}
          aria-label={t('location')}
          data={[...locations]}
          value={location}
          allowDeselect={false}
          onChange={(next) => next !== null && choose((now) => ({ ...now, location: next }))}
        />
      )}
    </div>
  )
  return { currency, location, choosers }
}

/** Other screens show the same prices and the same stock. */
function useSaving() {
  const t = useTranslations('pricing.variants')
  const client = useQueryClient()
  return useMemo(
    () => ({
      setPrices: async (prices: readonly PriceToSet[]) => {
        if (prices.length > 0) await setPrices(prices)
        void client.invalidateQueries({ queryKey: ['catalog'] })
        marginsChanged(client)
      },
      setCosts: async (costs: readonly CostToSet[]) => {
        await setCosts(costs)
        marginsChanged(client)
      },
      recordCounts: async (counts: readonly CountToRecord[]) => {
        await recordCounts(counts, t('counted'))
        void client.invalidateQueries({ queryKey: ['inventory'] })
      },
      changeVariants: async (changes: readonly VariantChange[]) => {
        await changeVariants(changes)
        void client.invalidateQueries({ queryKey: ['catalog'] })
      },
    }),
    [client, t],
  )
}

function useLooks(currency: string, location: string | undefined): Looks<VariantRow> {
  const t = useTranslations('pricing.variants')
  const format = useFormatter()
  const can = useCan()
  const price = can('pricing:write')
  const count = can('inventory:adjust')
  const describe = can('catalog:write')
  const { data: kept } = useQuery({ ...costCurrency, enabled: can('pricing:costs') })
  const costs = kept ?? undefined
  const saving = useSaving()
  const say = useCallback((key: 'notAnAmount' | 'notACount' | 'notAGtin' | 'notAWeight') => t(key), [t])
  return useMemo(() => {
    const editors = variantEditors(currency, location, { ...saving, say }, { price, costs, count, describe })
    const stockOf = (row: VariantRow) =>
      location === undefined ? row : (stockAt(row, location) ?? { onHand: 0, available: 0 })
    return {
      sku: { width: '184px', place: 'lead', cell: ({ sku }) => <b className="tabular">{sku}</b> },
      name: { place: 'line', cell: ({ name, options }) => <Cell title={name} note={options} /> },
      handle: { width: '184px', place: 'hidden' },
      options: { width: '184px', place: 'hidden' },
      gtin: { width: '168px', place: 'figure', editor: editors.gtin },
      weightGrams: { width: '136px', place: 'figure', editor: editors.weightGrams },
      price: {
        width: '144px',
        place: 'figure',
        cell: (row) => {
          const now = priceIn(row, currency)
          return now ? <MoneyText value={now.amount} /> : null
        },
        editor: editors.price,
      },
      compareAt: {
        width: '160px',
        place: 'figure',
        cell: (row) => {
          const before = priceIn(row, currency)?.compareAt
          return before ? <MoneyText value={before} muted /> : null
        },
        editor: editors.compareAt,
      },
      cost: {
        width: '144px',
        place: 'figure',
        cell: ({ id, cost }) => (cost ? <CostWithMargin variantId={id} cost={cost} /> : null),
        editor: editors.cost,
      },
      onHand: {
        width: '120px',
        place: 'figure',
        cell: (row) => format.number(stockOf(row).onHand),
        editor: editors.onHand,
      },
      available: { width: '120px', place: 'figure', cell: (row) => format.number(stockOf(row).available) },
      state: {
        width: '136px',
        place: 'lead-end',
        cell: ({ state }) => (
          <StateBadge tone={state === 'published' ? 'good' : 'neutral'}>{t(`states.${state}`)}</StateBadge>
        ),
      },
    }
  }, [currency, location, saving, say, price, costs, count, describe, t, format])
}

const idOf = ({ id }: VariantRow) => id
const skuOf = ({ sku }: VariantRow) => sku
const linkOf = ({ productId }: VariantRow) => `/products/${productId}`
