import { Button, Skeleton } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { EntryTable } from './entry-table.tsx'
import styles from './ledger.module.css'
import { entryList, type LedgerEntry } from './queries.ts'

export function Entries() {
  const t = useTranslations('ledger.entries')
  const { rows, error, retry, hasMore, isLoadingMore, loadMore } = useKeysetList<LedgerEntry>(entryList)
  if (error) return <ErrorState error={error} onRetry={retry} />
  if (!rows) return <Skeleton height={320} radius="lg" />
  if (rows.length === 0) {
    return (
      <Panel>
        <EmptyState icon={IconBook2} title={t('empty')}>
          {t('emptyRemedy')}
        </EmptyState>
      </Panel>
    )
  }
  return (
    <div className={styles.stack}>
      <Panel flush>
        <EntryTable entries={rows} />
      </Panel>
      {hasMore && (
        <Button variant="subtle" loading={isLoadingMore} onClick={loadMore}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}
