import { IconReportMoney } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { TimeThere } from '../../ui/time-there.tsx'
import type { PriceListRow } from './price-list-queries.ts'
import { PriceListStateBadge } from './price-list-state.tsx'

const SHOWN = ['name', 'currency', 'markets', 'prices', 'beginsAt', 'endsAt', 'state']

/** Prices beside the usual ones, the newest list first. */
export default function PriceListsScreen() {
  const t = useTranslations('pricing.lists')
  const mayWrite = useCan()('pricing:write')
  const looks = useMemo<Looks<PriceListRow>>(
    () => ({
      name: { place: 'line', cell: ({ name, code }) => <Cell title={name} note={code} /> },
      currency: { width: '96px', place: 'hidden' },
      markets: { width: '128px', place: 'hidden', cell: ({ markets }) => markets || t('everywhere') },
      prices: {
        width: '104px',
        place: 'hidden',
        cell: ({ prices, derived }) => (derived && prices === 0 ? t('derived') : String(prices)),
      },
      beginsAt: {
        width: '192px',
        place: 'hidden',
        cell: ({ beginsAt, zone }) => <TimeThere at={beginsAt} zone={zone} />,
      },
      endsAt: { width: '192px', place: 'detail', cell: ({ endsAt, zone }) => <TimeThere at={endsAt} zone={zone} /> },
      state: { width: '128px', place: 'lead-end', cell: ({ state }) => <PriceListStateBadge state={state} /> },
    }),
    [t],
  )
  return (
    <RecordList
      department="pricing"
      path="/api/price-lists"
      icon={IconReportMoney}
      words={{
        title: t('title'),
        search: t('search'),
        empty: t('empty'),
        emptyRemedy: t('emptyRemedy'),
        noneFound: t('noneFound'),
      }}
      shown={SHOWN}
      looks={looks}
      rowTitle={nameOf}
      at="/price-lists"
      add={mayWrite && { label: t('add'), to: '/price-lists/new' }}
    />
  )
}

const nameOf = ({ name }: PriceListRow) => name
