import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { pointsOfOrder } from './queries.ts'

// i18n-dynamic: loyalty.order.states.*

const TONES = { pending: 'waiting', confirmed: 'good', reversed: 'neutral' } as const

/** What an order earned in the points programme and how it stands; nothing where it earned none. */
export function OrderPoints({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('loyalty')
  const locale = useLocale()
  const { data } = useQuery(pointsOfOrder(orderId))
  if (!data) return null
  const { state, earned, reversed, certainOn, confirmedAt, names, termsVersion } = data
  return (
    <Panel title={t('order.title')} aside={<StateBadge tone={TONES[state]}>{t(`order.states.${state}`)}</StateBadge>}>
      <Facts
        items={[
          [t('order.earned'), t('debts.points', { count: earned })],
          [t('order.reversed'), reversed > 0 && t('debts.points', { count: reversed })],
          [
            t('order.certain'),
            state === 'pending' && (certainOn === null ? t('notArrived') : <DayText key="on" value={certainOn} />),
          ],
          [t('order.confirmed'), confirmedAt && <DateText key="at" value={confirmedAt} />],
          [t('order.programme'), t('order.terms', { name: names[locale] ?? names['en'] ?? '', number: termsVersion })],
        ]}
      />
    </Panel>
  )
}
