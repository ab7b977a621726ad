import { Button } from '@mantine/core'
import { IconDiscount, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
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
  const add = mayPromote && (
    <Button
      leftSection={<IconPlus size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/promotions/new" {...props} />}
    >
      {t('add')}
    </Button>
  )
  return (
    <ListScreen
      department="pricing"
      path="/api/promotions"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={nameOf}
      linkTo={linkOf}
      actions={add}
      empty={
        <EmptyState icon={IconDiscount} title={t('empty')} action={add}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconDiscount} title={t('noneFound')} />}
    />
  )
}

const idOf = ({ id }: PromotionRow) => id
const nameOf = ({ name }: PromotionRow) => name
const linkOf = ({ id }: PromotionRow) => `/promotions/${id}`
