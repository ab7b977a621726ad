import { IconArrowBackUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { STATE_TONES, type WithdrawalRow } from './queries.ts'

// i18n-dynamic: returns.states.*

const SHOWN = ['number', 'name', 'state', 'receivedAt', 'refundBy', 'market']

/** Every withdrawal with the day by which the money is back, the newest first. */
export default function WithdrawalsScreen() {
  const t = useTranslations('returns')
  const looks = useMemo<Looks<WithdrawalRow>>(
    () => ({
      number: { width: '112px', cell: ({ number }) => <span className="tabular">{number}</span> },
      name: { place: 'line', cell: ({ name, order }) => <Cell title={name} note={order} /> },
      state: {
        width: '136px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={STATE_TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
      receivedAt: { width: '168px' },
      refundBy: { width: '136px', place: 'figure' },
      market: { width: '120px', place: 'hidden' },
    }),
    [t],
  )
  return (
    <RecordList
      department="returns"
      path="/api/withdrawals"
      icon={IconArrowBackUp}
      words={{
        title: t('title'),
        search: t('search'),
        empty: t('noneYet'),
        emptyRemedy: t('noneYetMeaning'),
        noneFound: t('noneFound'),
        noneFoundRemedy: t('noneFoundRemedy'),
      }}
      shown={SHOWN}
      looks={looks}
      rowTitle={titleOf}
      at="/withdrawals"
    />
  )
}

const titleOf = ({ number }: WithdrawalRow) => number
