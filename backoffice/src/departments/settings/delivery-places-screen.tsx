import { IconClockHour4 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { dispatchPlaceList } from './delivery-queries.ts'
import { DispatchPlaceForm } from './dispatch-place-form.tsx'
import { useWeekdays } from './places.ts'
import { locationList } from './queries.ts'

/** When parcels leave each location, and where people collect. */
export default function DeliveryPlacesScreen() {
  const t = useTranslations('settings.deliveryPlace')
  const weekdays = useWeekdays()
  const can = useCan()
  const { data: locations } = useQuery({ ...locationList, enabled: can('inventory:read') })
  const nameOf = (code: string) => locations?.items.find((location) => location.code === code)?.name ?? code
  return (
    <Definitions
      {...useDefinitionWords('deliveryPlace')}
      icon={IconClockHour4}
      writePermission="orders:write"
      list={useQuery(dispatchPlaceList)}
      keyOf={byCode}
      show={({ code, cutOff, timeZone, weekdays: working, pickup }) => ({
        title: nameOf(code),
        note: [
          cutOff === null ? t('noCutOff') : t('untilTime', { time: cutOff }),
          weekdays
            .filter(({ value }) => working.includes(Number(value)))
            .map(({ short }) => short)
            .join(' '),
          timeZone.replaceAll('_', ' '),
        ].join(' · '),
        mark: pickup && <StateBadge tone="good">{t('collects')}</StateBadge>,
      })}
      Form={DispatchPlaceForm}
    />
  )
}
