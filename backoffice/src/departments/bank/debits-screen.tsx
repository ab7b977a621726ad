import { Button } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DEBIT_TONES, type DebitRow } from './debit-queries.ts'
import { PrepareDialog } from './prepare-dialog.tsx'

// i18n-dynamic: bank.debits.states.*

const SHOWN = ['holder', 'dueOn', 'orderNumber', 'reference', 'state', 'amount']

/** What is collected from accounts: what waits, what is on its way, what came back. */
export default function DebitsScreen() {
  const t = useTranslations('bank.debits')
  const may = useCan()('bank:write')
  const [isPreparing, setPreparing] = useState(false)
  const looks = useMemo<Looks<DebitRow>>(
    () => ({
      holder: { width: '24%', cell: ({ holder }) => <b>{holder}</b> },
      dueOn: { width: '136px', place: 'detail' },
      orderNumber: { width: '112px', place: 'detail' },
      reference: { width: '20%', place: 'hidden' },
      state: {
        width: '152px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={DEBIT_TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
      amount: { place: 'figure' },
    }),
    [t],
  )
  return (
    <>
      <ListScreen
        department="bank"
        path="/api/direct-debits"
        title={t('title')}
        searchLabel={t('search')}
        shown={SHOWN}
        looks={looks}
        rowId={idOf}
        rowTitle={titleOf}
        linkTo={linkOf}
        actions={
          <>
            <Button variant="default" component={Link} to="/payment-runs">
              {t('files')}
            </Button>
            {may && <Button onClick={() => setPreparing(true)}>{t('prepare.open')}</Button>}
          </>
        }
        empty={
          <EmptyState icon={IconBuildingBank} title={t('noneYet')}>
            {t('noneYetMeaning')}
          </EmptyState>
        }
        noneFound={
          <EmptyState icon={IconBuildingBank} title={t('noneFound')}>
            {t('noneFoundRemedy')}
          </EmptyState>
        }
      />
      {isPreparing && <PrepareDialog onClose={() => setPreparing(false)} />}
    </>
  )
}

const idOf = ({ id }: DebitRow) => id
const titleOf = ({ holder, dueOn }: DebitRow) => `${holder} ${dueOn}`
const linkOf = ({ id }: DebitRow) => `/direct-debits/${id}`
