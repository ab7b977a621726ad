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

// i18n-dynamic: operations.audit.actors.*

const SHOWN = ['action', 'changes', 'actorKind', 'at', 'seal']

export default function AuditScreen() {
  const t = useTranslations('operations.audit')
  const say = useCodeWords()
  const looks = useMemo<Looks<AuditRow>>(
    () => ({
      action: {
        cell: ({ title, record, reason }) => (
          <Cell title={<b>{title}</b>} note={[record?.title, reason].filter(Boolean).join(' · ')} />
        ),
      },
      changes: { width: '36%', place: 'line', cell: ({ changes }) => <FewChanges changes={changes} /> },
      actorKind: {
        width: '176px',
        cell: ({ actorKind, actorName }) =>
          actorKind === 'staff' && actorName ? actorName : say('operations.audit.actors', actorKind),
      },
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
      rowTitle={titleOf}
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
  const named = changes.map(({ label, before, beforeSaid, after, afterSaid }) => ({
    field: label,
    before: beforeSaid ?? before,
    after: afterSaid ?? after,
  }))
  const rest = named.slice(FEW)
  return (
    <>
      <Changes changes={named.slice(0, FEW)} />
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
const titleOf = ({ title }: AuditRow) => title
