import { useTranslations } from 'use-intl'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { OrderRow } from './queries.ts'

// i18n-dynamic: orders.holdKinds.*

/** That an order waits, and for what; nothing where it does not. */
export function HeldBadge({ held }: Pick<OrderRow, 'held'>) {
  const t = useTranslations('orders')
  if (held === null) return null
  return <StateBadge tone="danger">{t('heldAs', { kind: t(`holdKinds.${held}`) })}</StateBadge>
}
