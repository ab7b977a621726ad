import { IconHistory } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { Changes } from '../../ui/changes.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import type { AuditRow } from './queries.ts'

// i18n-dynamic: operations.audit.actors.*, operations.audit.actions.*

const SHOWN = ['action', 'changes', 'actorKind', 'at', 'seal']

export default function AuditScreen() {
  const t = useTranslations('operations.audit')
  const say = useCodeWords()
  const looks = useMemo<Looks<AuditRow>>(
    () => ({
      action: {
        cell: ({ action, objectType, objectId, reason }) => (
          <Cell title={<b>{say('operations.audit.actions', action)}</b>} note={reason ?? `${objectType} ${objectId}`} />
        ),
      },
      changes: { width: '36%', place: 'line', cell: ({ changes }) => <FewChanges changes={changes} /> },
      actorKind: { width: '160px', cell: ({ actorKind }) => say('operations.audit.actors', actorKind) },
      seal: { width: '112px', place: 'hidden', cell: ({ seal }) => seal ?? t('unsealed') },
    }),
    [t, say],
  )
  return (
    <ListScreen
      department="operations"
      path="/api/audit"
      title={t('title')}
      subtitle={t('intro')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={actionOf}
      empty={<EmptyState icon={IconHistory} title={t('empty')} />}
      noneFound={
        <EmptyState icon={IconHistory} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const FEW = 4

/** Of a long list the first few; the rest opens in its place. */
function FewChanges({ changes }: Pick<AuditRow, 'changes'>) {
  const t = useTranslations('operations.audit')
  const rest = changes.slice(FEW)
  return (
    <>
      <Changes changes={changes.slice(0, FEW)} />
      {rest.length > 0 && (
        <details>
          <summary className="dimmed">{t('moreChanges', { count: rest.length })}</summary>
          <Changes changes={rest} />
        </details>
      )}
    </>
  )
}

const idOf = ({ id }: AuditRow) => id
const actionOf = ({ action }: AuditRow) => action
