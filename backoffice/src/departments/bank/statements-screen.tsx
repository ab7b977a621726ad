import { IconBuildingBank } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { ImportButton } from './import-button.tsx'
import type { StatementRow } from './queries.ts'

const SHOWN = ['bankId', 'account', 'createdOn', 'importedAt', 'entries', 'open', 'closing']

/** The files that the bank sent, the newest first. */
export default function StatementsScreen() {
  const t = useTranslations('bank')
  const format = useFormatter()
  const looks = useMemo<Looks<StatementRow>>(
    () => ({
      bankId: {
        width: '20%',
        cell: ({ id, bankId, message }) => (
          <Link to="/bank-entries" search={{ filter: [`statementId:is:${id}`] }}>
            <Cell title={bankId} note={message} />
          </Link>
        ),
      },
      account: { width: '288px', place: 'line' },
      createdOn: { width: '128px', place: 'detail' },
      importedAt: { width: '160px', place: 'detail' },
      entries: { width: '104px', place: 'hidden' },
      open: {
        width: '96px',
        place: 'figure',
        cell: ({ open }) => (open > 0 ? <b>{format.number(open)}</b> : format.number(open)),
      },
      closing: { place: 'figure' },
    }),
    [format],
  )
  return (
    <ListScreen
      department="bank"
      path="/api/bank-statements"
      title={t('files')}
      back={{ to: '/bank-entries', label: t('title') }}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={titleOf}
      actions={<ImportButton />}
      empty={
        <EmptyState icon={IconBuildingBank} title={t('noFiles')} action={<ImportButton />}>
          {t('noneYetMeaning')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconBuildingBank} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const idOf = ({ id }: StatementRow) => id
const titleOf = ({ bankId }: StatementRow) => bankId
