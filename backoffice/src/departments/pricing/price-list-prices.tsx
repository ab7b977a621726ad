import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import { IconClipboard, IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { formatFinePrice } from './format-fine-price.ts'
import { PastePricesDialog } from './paste-prices-dialog.tsx'
import { pricesOfList, setPricesOfList, type PriceList, type PriceOfList } from './price-list-queries.ts'
import styles from './price-list.module.css'

/** A list's own prices beside the usual ones, and a way to paste more. */
export function PriceListPrices({ list }: { readonly list: PriceList }) {
  const t = useTranslations('pricing.lists.prices')
  const locale = useLocale()
  const mayWrite = useCan()('pricing:write')
  const [search, setSearch] = useState('')
  const [isPasting, setPasting] = useState(false)
  const pages = useInfiniteQuery({
    ...pricesOfList(list.id, search, locale),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  })
  const rows = fewestFirst(pages.data?.pages.flatMap(({ items }) => items) ?? [])
  const taking = useTaking(list)
  return (
    <Panel
      title={t('title', { count: list.prices })}
      aside={
        mayWrite && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconClipboard size={16} aria-hidden />}
            onClick={() => setPasting(true)}
          >
            {t('paste')}
          </Button>
        )
      }
    >
      {list.prices > 0 && (
        <div className={styles.tools}>
          <div className={styles.search}>
            <SearchField label={t('search')} value={search} onSearch={setSearch} />
          </div>
        </div>
      )}
      {pages.error && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && rows.length === 0 && (
        <p>{t(search === '' ? (list.derivation ? 'noneDerived' : 'none') : 'noneFound')}</p>
      )}
      <FormError error={taking.error} />
      {rows.length > 0 && (
        <ScrollBox label={t('title', { count: list.prices })}>
          <table className={styles.prices}>
            <thead>
              <tr>
                <th scope="col">{t('goods')}</th>
                <th scope="col" className={styles.figure}>
                  {t('from')}
                </th>
                <th scope="col" className={styles.usual}>
                  {t('usual')}
                </th>
                <th scope="col" className={styles.figure}>
                  {t('price', { currency: list.currency })}
                </th>
                {mayWrite && (
                  <th scope="col">
                    <VisuallyHidden>{t('actions')}</VisuallyHidden>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.variantId} ${row.from}`}>
                  <td className={styles.goods}>
                    <Link to={`/products/${row.productId}`}>{row.name}</Link>
                    <span className={styles.note}>
                      {[row.sku, row.options].filter(Boolean).join(' · ')}{' '}
                      <Link to={`/price-history/${row.variantId}`} aria-label={t('historyOf', { sku: row.sku })}>
                        {t('history')}
                      </Link>
                    </span>
                  </td>
                  <td className={styles.figure}>{row.from}</td>
                  <td className={styles.usual}>{row.usual && <MoneyText value={row.usual} muted />}</td>
                  <td className={styles.figure}>{formatFinePrice(row.price, list.currency, locale)}</td>
                  {mayWrite && (
                    <td>
                      <ActionIcon
                        variant="subtle"
                        size={44}
                        aria-label={t('take', { sku: row.sku, from: row.from })}
                        loading={taking.isPending && taking.variables === row}
                        onClick={() => taking.mutate(row)}
                      >
                        <IconTrash size={18} aria-hidden />
                      </ActionIcon>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {pages.hasNextPage && (
        <Button
          mt="md"
          size="compact-md"
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {isPasting && <PastePricesDialog list={list} onClose={() => setPasting(false)} />}
    </Panel>
  )
}

/** Written last first, as they come; of one variant the fewest pieces first. */
function fewestFirst(rows: readonly PriceOfList[]): PriceOfList[] {
  const together = Map.groupBy(rows, ({ variantId, since }) => `${since} ${variantId}`)
  return [...together.values()].flatMap((tiers) => tiers.toSorted((a, b) => a.from - b.from))
}

function useTaking(list: PriceList) {
  const t = useTranslations('pricing.lists.prices')
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ sku, from }: PriceOfList) =>
      setPricesOfList(list.id, list.version, [{ sku, from, price: null }], crypto.randomUUID()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['pricing'] })
      sayDone(t('taken'))
    },
  })
}
