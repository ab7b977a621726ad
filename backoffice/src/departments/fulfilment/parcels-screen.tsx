import { IconPackage } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { PARCEL_TONES, type ParcelRow } from './queries.ts'

// i18n-dynamic: fulfilment.states.*

const SHOWN = ['label', 'state', 'carrier', 'trackingNumber', 'madeAt', 'shippedAt', 'deliveredOn']

/** Every parcel, the newest first; each leads to its order. */
export default function ParcelsScreen() {
  const t = useTranslations('fulfilment')
  const looks = useMemo<Looks<ParcelRow>>(
    () => ({
      label: { width: '136px', cell: ({ label }) => <span className="tabular">{label}</span> },
      state: {
        width: '136px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={PARCEL_TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
      carrier: { width: '160px', place: 'line' },
      trackingNumber: { width: '24%', place: 'detail' },
      madeAt: { width: '168px' },
      shippedAt: { width: '168px' },
      deliveredOn: { width: '136px' },
    }),
    [t],
  )
  return (
    <ListScreen
      department="fulfilment"
      path="/api/parcels"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={titleOf}
      linkTo={orderOf}
      empty={
        <EmptyState icon={IconPackage} title={t('noneYet')}>
          {t('noneYetMeaning')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconPackage} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const idOf = ({ id }: ParcelRow) => id
const titleOf = ({ label }: ParcelRow) => label
const orderOf = ({ orderId }: ParcelRow) => `/orders/${orderId}`
