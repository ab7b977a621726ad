import { IconBook2 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { LedgerParts } from './ledger-parts.tsx'
import { PostingList } from './posting-list.tsx'
import type { LedgerEntry } from './queries.ts'

// i18n-dynamic: ledger.entryKinds.*

const SHOWN = ['kind', 'debited', 'credited', 'effectiveOn', 'amount']

export default function EntriesScreen() {
  const t = useTranslations('ledger')
  const say = useCodeWords()
  const looks = useMemo<Looks<LedgerEntry>>(
    () => ({
      kind: {
        width: '22%',
        cell: ({ kind, reverses }) => (
          <Cell title={<b>{say('ledger.entryKinds', kind)}</b>} note={reverses && t('entries.reverses')} />
        ),
      },
      debited: {
        width: '23%',
        place: 'line',
        cell: ({ postings }) => <PostingList side="debit" postings={postings} />,
      },
      credited: {
        width: '23%',
        place: 'line',
        cell: ({ postings }) => <PostingList side="credit" postings={postings} />,
      },
      amount: { place: 'lead-end' },
    }),
    [t, say],
  )
  return (
    <ListScreen
      department="ledger"
      path="/api/ledger/entries"
      title={t('entries.title')}
      subtitle={t('intro')}
      actions={<LedgerParts here="/ledger/entries" />}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={refOf}
      empty={
        <EmptyState icon={IconBook2} title={t('entries.empty')}>
          {t('entries.emptyRemedy')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconBook2} title={t('entries.noneFound')}>
          {t('entries.noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const idOf = ({ id }: LedgerEntry) => id
const refOf = ({ ref }: LedgerEntry) => ref
