import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Section } from '../../ui/panel.tsx'
import { OrdersTable } from './orders-table.tsx'

const LATEST = 6

export default function LatestOrdersCard() {
  const t = useTranslations('orders')
  return (
    <Section title={t('card.latest')} aside={<Link to="/orders">{t('card.all')}</Link>}>
      <OrdersTable label={t('card.latest')} filter={{}} atMost={LATEST} emptyTitle={t('empty')} />
    </Section>
  )
}
