import { Button } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { AnswerButton } from './answer-button.tsx'
import { RUN_TONES, type RunRow } from './debit-queries.ts'
import { TransfersDialog } from './transfers-dialog.tsx'

// i18n-dynamic: bank.runs.states.*

const SHOWN = ['name', 'kind', 'firstOn', 'items', 'state', 'total']

/** Files that go to the bank, the newest first. */
export default function RunsScreen() {
  const t = useTranslations('bank.runs')
  const say = useTranslations('bank.transfers')
  const may = useCan()('bank:write')
  const [isPreparing, setPreparing] = useState(false)
  const looks = useMemo<Looks<RunRow>>(
    () => ({
      name: { width: '24%', cell: ({ name }) => <b>{name}</b> },
      kind: { width: '136px', place: 'detail' },
      firstOn: { width: '136px', place: 'detail' },
      items: { width: '112px', place: 'hidden' },
      state: {
        width: '168px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={RUN_TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
      total: { place: 'figure' },
    }),
    [t],
  )
  return (
    <>
      <ListScreen
        department="bank"
        path="/api/payment-runs"
        title={t('title')}
        back={{ to: '/direct-debits', label: t('debits') }}
        shown={SHOWN}
        looks={looks}
        rowId={idOf}
        rowTitle={titleOf}
        linkTo={linkOf}
        actions={
          may && (
            <>
              <AnswerButton />
              <Button onClick={() => setPreparing(true)}>{say('open')}</Button>
            </>
          )
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
      {isPreparing && <TransfersDialog onClose={() => setPreparing(false)} />}
    </>
  )
}

const idOf = ({ id }: RunRow) => id
const titleOf = ({ name }: RunRow) => name
const linkOf = ({ id }: RunRow) => `/payment-runs/${id}`
