import { IconDiscount } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { PromotionStateBadge } from './promotion-state.tsx'
import type { PromotionRow } from './queries.ts'

const SHOWN = ['name', 'needsCoupon', 'beginsAt', 'endsAt', 'uses', 'state']

/** What the shop gives, the newest first. */
export default function PromotionsScreen() {
  const t = useTranslations('pricing')
  const mayPromote = useCan()('pricing:promote')
  const looks = useMemo<Looks<PromotionRow>>(
    () => ({
      name: { cell: ({ name, code }) => <Cell title={<b>{name}</b>} note={code} /> },
      needsCoupon: { width: '104px', place: 'hidden' },
      beginsAt: { width: '176px', place: 'hidden' },
      endsAt: { width: '176px', place: 'figure' },
      uses: { width: '96px', place: 'hidden' },
      state: { width: '128px', place: 'lead-end', cell: ({ state }) => <PromotionStateBadge state={state} /> },
    }),
    [],
  )
  return (
    <RecordList
      department="pricing"
      path="/api/promotions"
      icon={IconDiscount}
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
      at="/promotions"
      add={mayPromote && { label: t('add'), to: '/promotions/new' }}
    />
  )
}

const nameOf = ({ name }: PromotionRow) => name
