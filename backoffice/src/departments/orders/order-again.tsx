import { useTranslations } from 'use-intl'
import { againOfOrder } from './draft-wish.ts'
import styles from './edit-order.module.css'
import type { Order } from './queries.ts'
import { TakeOrderButton } from './take-order-button.tsx'

/** The same goods to the same address once more, as a draft at the prices of now; bundles and gift cards are chosen anew. */
export function OrderAgain({ order }: { readonly order: Order }) {
  const t = useTranslations('orders.draft')
  const wish = againOfOrder(order)
  if (wish.lines.length === 0) return null
  return (
    <div className={styles.choices}>
      <TakeOrderButton wish={wish} label={t('again')} />
    </div>
  )
}
