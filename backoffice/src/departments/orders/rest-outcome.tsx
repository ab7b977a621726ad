import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../ui/form-error.tsx'
import { EditDifference } from './edit-difference.tsx'
import styles from './edit-order.module.css'
import { editOptions, editPreview, type EditWish } from './edit-queries.ts'
import type { Order } from './queries.ts'

/** What it comes to when all that lies in no parcel is called off: as the server decides it again once it is done. */
export function RestOutcome({ order }: { readonly order: Order }) {
  const t = useTranslations('orders')
  const { data: options } = useQuery(editOptions(order.id))
  const lines = (options?.lines ?? []).flatMap(({ position, fixed, least }) => {
    const quantity = order.lines.find((line) => line.position === position)?.quantity ?? 0
    const isHandedOver = fixed === 'digital' || fixed === 'gift_card'
    return isHandedOver || least >= quantity ? [] : [{ position, quantity: least }]
  })
  const wish: EditWish = { kind: 'part_cancellation', reason: 'other', lines, added: [] }
  const { data: preview, error } = useQuery({
    ...editPreview(order.id, order.version, wish),
    enabled: lines.length > 0,
  })
  if (!options) return null
  return (
    <section className={styles.share} aria-label={t('edit.outcome')}>
      {lines.length === 0 && <p className={styles.note}>{t('part.nothing')}</p>}
      {error ? <FormError error={error} /> : preview && <EditDifference preview={preview} />}
    </section>
  )
}
