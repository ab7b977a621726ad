import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DataTable, type Column, type Pasted } from '../data-table.tsx'
import { SearchField } from '../search-field.tsx'
import { PageHeader } from '../page-header.tsx'
import { useKeysetList } from '../use-keyset-list.ts'
import { ColumnMenu } from './column-menu.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterChips } from './filter-chips.tsx'
import styles from './list.module.css'
import { listCount, listDeclaration, listPages, zone, type ListPath, type ListRow } from './list-queries.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { useCellSaving } from './use-cell-saving.ts'
import { useDeclaredColumns, type Looks } from './use-declared-columns.tsx'
import { useListState } from './use-list-state.ts'
import { ViewsMenu } from './views-menu.tsx'

/** What a bulk action is done to: these, or everything that the list would show. */
export type BulkTarget =
  | { readonly ids: string[] }
  | { readonly selection: { readonly filter: string[]; readonly search?: string; readonly zone: string } }

interface ListScreenProps<Path extends ListPath> {
  /** Queries begin with it, so that live facts make the list read again. */
  readonly department: string
  readonly path: Path
  readonly title: string
  readonly subtitle?: string
  /** What is looked through; without it the list has no search. */
  readonly searchLabel?: string
  /** Keys of the columns that stand there unless somebody chose others. */
  readonly shown: readonly string[]
  readonly looks: Looks<ListRow<Path>>
  /** Stands behind those that are declared: buttons of a row. */
  readonly lastColumn?: Column<ListRow<Path>> | undefined
  readonly rowId: (row: ListRow<Path>) => string
  readonly rowTitle: (row: ListRow<Path>) => string
  readonly linkTo?: (row: ListRow<Path>) => string
  readonly actions?: ReactNode
  /** Nothing is there at all: the first step. */
  readonly empty: ReactNode
  /** Nothing like what was asked for. */
  readonly noneFound: ReactNode
  readonly announceFresh?: (count: number) => void
  /** What can be done to several at once. */
  readonly bulk?: (target: BulkTarget, onDone: () => void) => ReactNode
}

/**
 * A list screen from what the list declares: search, conditions, order, columns, saved views, export, selection, cells to
 * change. A department says only what its values look like.
 */
export function ListScreen<Path extends ListPath>(props: ListScreenProps<Path>) {
  type Row = ListRow<Path>
  const { department, path, shown: usual, rowId } = props
  const locale = useLocale()
  const can = useCan()
  const [state, change] = useListState()
  const { data: declaration } = useQuery(listDeclaration(department, path, locale))
  const question = useMemo(
    () => ({ filter: state.filters, search: state.search, sort: state.sort }),
    [state.filters, state.search, state.sort],
  )
  const pages = useMemo(() => listPages(department, path, question), [department, path, question])
  const list = useKeysetList<Row>(pages)
  const shown = useMemo(() => {
    const possible = new Set(declaration?.columns.filter((one) => one.shown).map(({ key }) => key))
    const wanted = state.columns?.filter((key) => possible.has(key)) ?? []
    return wanted.length > 0 ? wanted : usual
  }, [declaration, state.columns, usual])
  const declared = useDeclaredColumns<Row>(declaration, shown, props.looks)
  const { lastColumn } = props
  const columns = useMemo(() => (lastColumn ? [...declared, lastColumn] : declared), [declared, lastColumn])
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const [pasted, setPasted] = useState<readonly Pasted<Row>[]>()
  const { save, saveQuietly, readAgain } = useCellSaving<Row>(pages.queryKey, rowId)
  const clear = useCallback(() => {
    setPicked(new Set())
    setAll(false)
  }, [])
  const ask = useCallback(
    (next: Parameters<typeof change>[0], how?: 'replace') => {
      clear()
      change(next, how)
    },
    [change, clear],
  )
  const onSearch = useCallback((text: string) => ask({ search: text }, 'replace'), [ask])
  const onSort = useCallback((sort: string) => ask({ sort }), [ask])
  const sort = useMemo(
    () => ({ value: state.sort ?? (state.search ? undefined : declaration?.defaultSort), onChange: onSort }),
    [state.sort, state.search, declaration, onSort],
  )
  const isAsked = state.filters.length > 0 || state.search !== undefined
  const hasBulk = props.bulk !== undefined
  const selection = useMemo(
    () =>
      hasBulk
        ? {
            ids: picked,
            all,
            onChange: (ids: ReadonlySet<string>) => {
              setPicked(ids)
              setAll(false)
            },
          }
        : undefined,
    [hasBulk, picked, all],
  )
  return (
    <>
      <PageHeader
        title={props.title}
        subtitle={props.subtitle}
        mark={<Count department={department} path={path} question={question} />}
        actions={props.actions}
      />
      <div className={styles.bar}>
        {props.searchLabel && (
          <div className={styles.search}>
            <SearchField label={props.searchLabel} value={state.search ?? ''} onSearch={onSearch} />
          </div>
        )}
        <FilterChips
          columns={declaration?.columns ?? []}
          filters={state.filters}
          onChange={(filters) => ask({ filters })}
        />
        <div className={styles.tools}>
          <ViewsMenu
            screen={path.slice('/api/'.length)}
            state={state}
            seesRoles={can('people:read')}
            onOpen={(next) => ask(next)}
          />
          <ColumnMenu
            columns={declaration?.columns.filter((one) => one.shown) ?? []}
            shown={shown}
            onChange={(next) => change({ columns: next })}
          />
          <ExportMenu
            path={path}
            name={path.slice('/api/'.length).replaceAll('/', '-')}
            question={question}
            columns={shown}
          />
        </div>
      </div>
      <DataTable<Row>
        label={props.title}
        list={list}
        columns={columns}
        rowId={rowId}
        linkTo={props.linkTo}
        announceFresh={props.announceFresh}
        empty={isAsked ? props.noneFound : props.empty}
        sort={sort}
        selection={selection}
        grid
        onSave={save}
        onPaste={setPasted}
      />
      {props.bulk && (picked.size > 0 || all) && (
        <BulkBar
          picked={picked.size}
          all={all}
          canTakeAll={!all && picked.size === list.rows?.length && list.hasMore}
          onAll={() => setAll(true)}
          onClear={clear}
        >
          {props.bulk(
            all
              ? {
                  selection: {
                    filter: [...state.filters],
                    zone: zone(),
                    ...(state.search === undefined ? {} : { search: state.search }),
                  },
                }
              : { ids: [...picked] },
            clear,
          )}
        </BulkBar>
      )}
      {pasted && (
        <PasteDialog
          pasted={pasted}
          titleOf={props.rowTitle}
          save={saveQuietly}
          onClose={() => {
            setPasted(undefined)
            void readAgain()
          }}
        />
      )}
    </>
  )
}

function Count({ department, path, question }: Parameters<typeof asked>[0]) {
  const t = useTranslations('ui.list')
  const format = useFormatter()
  const { data } = useQuery(asked({ department, path, question }))
  if (!data) return null
  const count = format.number(data.count)
  return <span className={styles.count}>{data.capped ? t('countCapped', { count }) : count}</span>
}

const asked = ({
  department,
  path,
  question,
}: {
  department: string
  path: ListPath
  question: Parameters<typeof listCount>[2]
}) => listCount(department, path, question)

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
