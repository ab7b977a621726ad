import { IconTruckDelivery } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { formatMoney } from '../../ui/format-money.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { DeliveryForm } from './delivery-form.tsx'
import { useCountryNames } from './places.ts'
import { deliveryMethodList } from './queries.ts'

const MOST_NAMED = 3

export default function DeliveryScreen() {
  const t = useTranslations('settings.delivery')
  const locale = useLocale()
  const countryNames = useCountryNames()
  return (
    <Definitions
      {...useDefinitionWords('delivery')}
      icon={IconTruckDelivery}
      writePermission="orders:write"
      list={useQuery(deliveryMethodList)}
      keyOf={byCode}
      show={({ names, prices, countries, minDays, maxDays, active }) => ({
        title: names[locale] ?? names.en,
        note: [
          Object.entries(prices)
            .map(([currency, amount]) => formatMoney({ amount, currency }, locale))
            .join(' / '),
          t('days', { minimum: minDays, maximum: maxDays }),
          countries.length > MOST_NAMED ? t('countryCount', { count: countries.length }) : countryNames(countries),
        ].join(' · '),
        mark: !active && <StateBadge tone="neutral">{t('notOffered')}</StateBadge>,
      })}
      Form={DeliveryForm}
    />
  )
}
