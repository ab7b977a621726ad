import { Button } from '@mantine/core'
import { hashKey, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DataTable, type Column, type Pasted } from '../data-table.tsx'
import type { TableSort } from '../table-head.tsx'
import { useKeysetList, type KeysetList, type KeysetListOptions } from '../use-keyset-list.ts'
import { pageOptions } from '../use-pages.ts'
import type { Batches } from './batch.ts'
import { zone } from './list-queries.ts'
import styles from './list.module.css'
import { PasteDialog } from './paste-dialog.tsx'
import { useBatchSaving } from './use-batch-saving.tsx'
import { useCellSaving } from './use-cell-saving.ts'

/** What a bulk action is done to: these, or everything that the list would show. */
export type BulkTarget =
  | { readonly ids: string[] }
  | { readonly selection: { readonly filter: string[]; readonly search?: string; readonly zone: string } }

interface ListTableProps<Row> {
  readonly label: string
  readonly pages: KeysetListOptions<Row>
  readonly columns: readonly Column<Row>[]
  readonly filters: readonly string[]
  readonly search: string | undefined
  readonly rowId: (row: Row) => string
  readonly rowTitle: (row: Row) => string
  readonly linkTo?: ((row: Row) => string) | undefined
  readonly announceFresh?: ((count: number) => void) | undefined
  readonly empty: ReactNode
  readonly sort: TableSort
  readonly bulk?: ((target: BulkTarget, onDone: () => void) => ReactNode) | undefined
  readonly batches?: Batches<Row> | undefined
}

/** The rows of a list with what is chosen and pasted among them: apart from the bar above, which neither a tick nor a page that
 * arrives draws anew. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { pages, rowId, filters, search, bulk, batches } = props
  const { queryKey } = pages
  const list = useKeysetList<Row>(pages)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const [pasted, setPasted] = useState<readonly Pasted<Row>[]>()
  const { save, saveQuietly, readAgain } = useCellSaving<Row>(queryKey, rowId)
  const together = useBatchSaving<Row>({ queryKey, rowId, batches })
  const readUpTo = useReadUpTo(pages)
  const pick = useCallback((ids: ReadonlySet<string>) => {
    setPicked(ids)
    setAll(false)
  }, [])
  const clear = useCallback(() => pick(new Set()), [pick])
  // What was chosen belongs to what was asked.
  const question = hashKey(queryKey)
  const [before, setBefore] = useState(question)
  if (before !== question) {
    setBefore(question)
    clear()
  }
  const hasBulk = bulk !== undefined
  const selection = useMemo(
    () => (hasBulk ? { ids: picked, all, onChange: pick } : undefined),
    [hasBulk, picked, all, pick],
  )
  const target = useMemo(
    (): BulkTarget =>
      all
        ? { selection: { filter: [...filters], zone: zone(), ...(search === undefined ? {} : { search }) } }
        : { ids: [...picked] },
    [all, picked, filters, search],
  )
  return (
    <>
      <DataTable<Row>
        label={props.label}
        list={list}
        columns={props.columns}
        rowId={rowId}
        linkTo={props.linkTo}
        announceFresh={props.announceFresh}
        empty={props.empty}
        sort={props.sort}
        selection={selection}
        grid
        onSave={save}
        onPaste={setPasted}
        readUpTo={readUpTo}
      />
      {bulk && (picked.size > 0 || all) && (
        <BulkBar
          picked={picked.size}
          all={all}
          canTakeAll={!all && isPartOfMore(picked.size, list)}
          onAll={() => setAll(true)}
          onClear={clear}
        >
          {bulk(target, clear)}
        </BulkBar>
      )}
      {pasted && (
        <PasteDialog
          pasted={pasted}
          titleOf={props.rowTitle}
          save={saveQuietly}
          together={batches && together}
          onClose={() => {
            setPasted(undefined)
            void readAgain()
          }}
        />
      )}
    </>
  )
}

/** More than that nobody pastes by mistake. */
const MOST_READ = 2_000

/** The first rows of the list, read as far as a pasted block reaches. */
function useReadUpTo<Row>(pages: KeysetListOptions<Row>) {
  const client = useQueryClient()
  return useCallback(
    async (count: number): Promise<readonly Row[]> => {
      const rows: Row[] = []
      let after: string | undefined
      do {
        const page = await client.fetchQuery({ ...pageOptions(pages, after), staleTime: Infinity })
        rows.push(...page.items)
        after = page.nextCursor ?? undefined
      } while (after !== undefined && rows.length < Math.min(count, MOST_READ))
      return rows
    },
    [client, pages],
  )
}

/** Everything that is known is chosen, and that is not everything. */
function isPartOfMore<Row>(picked: number, { rows = [], hasMore }: KeysetList<Row>): boolean {
  const known = rows.reduce((sum) => sum + 1, 0)
  return picked >= known && (hasMore || known < rows.length)
}

interface BulkBarProps {
  readonly picked: number
  readonly all: boolean
  readonly canTakeAll: boolean
  readonly onAll: () => void
  readonly onClear: () => void
  readonly children: ReactNode
}

function BulkBar({ picked, all, canTakeAll, onAll, onClear, children }: BulkBarProps) {
  const t = useTranslations('ui.list')
  return (
    <section className={styles.bulk} aria-label={t('bulk.label')}>
      <strong>{all ? t('bulk.all') : t('bulk.picked', { count: picked })}</strong>
      {canTakeAll && (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {t('bulk.takeAll')}
        </Button>
      )}
      {children}
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </section>
  )
}
