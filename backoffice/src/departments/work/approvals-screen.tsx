import { IconShieldCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { ApprovalFacts } from './approval-facts.tsx'
import type { ApprovalRow } from './approval-queries.ts'
import { ApprovalStateBadge } from './approval-state.tsx'
import { useActTitle } from './use-approval-words.ts'

const SHOWN = ['act', 'label', 'requesterName', 'askedAt', 'state']

/** What was asked for and waits for others, or waited. */
export default function ApprovalsScreen() {
  const t = useTranslations('work.approvals')
  const titleOf = useActTitle()
  const looks = useMemo<Looks<ApprovalRow>>(
    () => ({
      act: {
        cell: ({ act, facts }) => <Cell title={titleOf(act)} note={<ApprovalFacts facts={facts} />} />,
      },
      label: { place: 'line' },
      requesterName: { width: '176px', place: 'line' },
      askedAt: { width: '152px', cell: ({ askedAt }) => <DateText value={askedAt} /> },
      expiresAt: { width: '152px', cell: ({ expiresAt }) => <DateText value={expiresAt} /> },
      state: { width: '144px', place: 'lead-end', cell: ({ state }) => <ApprovalStateBadge state={state} /> },
    }),
    [titleOf],
  )
  return (
    <ListScreen
      department="work"
      path="/api/approvals"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={labelOf}
      linkTo={linkOf}
      empty={
        <EmptyState icon={IconShieldCheck} title={t('empty')}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconShieldCheck} title={t('noneFound')} />}
    />
  )
}

const idOf = ({ id }: ApprovalRow) => id
const labelOf = ({ label }: ApprovalRow) => label
const linkOf = ({ id }: ApprovalRow) => `/work/approvals/${id}`
