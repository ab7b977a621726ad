import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import type { Money } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { marginsOf } from './margin-queries.ts'
import styles from './cost.module.css'

const MILLION = 1_000_000

/** What a piece costs, and what of its price without tax is left: under nothing it is sold at a loss. */
export function CostWithMargin({ variantId, cost }: { readonly variantId: string; readonly cost: Money }) {
  const t = useTranslations('pricing.cost')
  const format = useFormatter()
  const { data } = useQuery(marginsOf(variantId))
  const share = data?.find((one) => one.cost.currency === cost.currency)?.sharePpm
  return (
    <span className={styles.cost}>
      <MoneyText value={cost} />
      <span className={styles.margin} data-loss={share !== undefined && share !== null && share < 0}>
        {share === undefined || share === null
          ? ' '
          : t('margin', {
              share: format.number(share / MILLION, {
                style: 'percent',
                minimumFractionDigits: 1,
                maximumFractionDigits: 1,
              }),
            })}
      </span>
    </span>
  )
}
