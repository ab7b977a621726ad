import { IconHistory } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { Changes } from '../../ui/changes.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { auditList, type AuditRow } from './queries.ts'

// i18n-dynamic: operations.audit.actors.*, operations.audit.actions.*

export default function AuditScreen() {
  const t = useTranslations('operations.audit')
  const say = useCodeWords()
  const list = useKeysetList<AuditRow>(auditList)
  const columns = useMemo<Column<AuditRow>[]>(
    () => [
      {
        id: 'action',
        header: t('columns.action'),
        place: 'lead',
        cell: ({ action, objectType, objectId, reason }) => (
          <Cell title={<b>{say('operations.audit.actions', action)}</b>} note={reason ?? `${objectType} ${objectId}`} />
        ),
      },
      {
        id: 'changes',
        width: '38%',
        header: t('columns.changes'),
        place: 'detail',
        cell: ({ changes }) => <Changes changes={changes} />,
      },
      {
        id: 'who',
        width: '152px',
        header: t('columns.who'),
        place: 'detail',
        cell: ({ actorKind }) => say('operations.audit.actors', actorKind),
      },
      {
        id: 'when',
        width: '168px',
        header: t('columns.when'),
        place: 'detail',
        cell: ({ at }) => <DateText value={at} />,
      },
      {
        id: 'seal',
        width: '96px',
        header: t('columns.seal'),
        align: 'end',
        place: 'hidden',
        cell: ({ seal }) => seal ?? t('unsealed'),
      },
    ],
    [t, say],
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        rowId={idOf}
        empty={<EmptyState icon={IconHistory} title={t('empty')} />}
      />
    </>
  )
}

const idOf = ({ id }: AuditRow) => id
