import { IconTruckDelivery } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { StateBadge } from '../../ui/state-badge.tsx'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { DeliveryForm } from './delivery-form.tsx'
import { deliveryMethodList, deliveryZoneList } from './delivery-queries.ts'
import { DeliveryTrial } from './delivery-trial.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { useTariffWords } from './tariff-words.ts'

const MOST_NAMED = 3

export default function DeliveryScreen() {
  const t = useTranslations('settings.delivery')
  const locale = useLocale()
  const say = useTariffWords()
  const { data: zones } = useQuery(deliveryZoneList)
  const nameOf = (code: string) => zones?.items.find((zone) => zone.code === code)?.name ?? code
  return (
    <Definitions
      {...useDefinitionWords('delivery')}
      icon={IconTruckDelivery}
      writePermission="orders:write"
      list={useQuery(deliveryMethodList)}
      keyOf={byCode}
      show={({ names, rates, active, kind }) => ({
        title: names[locale] ?? names.en,
        note: [
          ...(kind === 'pickup' ? [t('collected')] : []),
          ...rates
            .slice(0, MOST_NAMED)
            .map(({ zone, tariffs }) => `${nameOf(zone)}: ${Object.entries(tariffs).map(say).join(' / ')}`),
          ...(rates.length > MOST_NAMED ? [t('moreZones', { count: rates.length - MOST_NAMED })] : []),
        ].join(' · '),
        mark: !active && <StateBadge tone="neutral">{t('notOffered')}</StateBadge>,
      })}
      Frame={WithTrial}
      Form={DeliveryForm}
    />
  )
}

function WithTrial({ actions, children }: { readonly actions?: ReactNode; readonly children: ReactNode }) {
  return (
    <SettingsFrame actions={actions}>
      {children}
      <DeliveryTrial />
    </SettingsFrame>
  )
}
