import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, type ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import type { Column } from '../column.ts'
import { SearchField } from '../search-field.tsx'
import { PageHeader } from '../page-header.tsx'
import type { Batches } from './batch.ts'
import { ColumnMenu } from './column-menu.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterChips } from './filter-chips.tsx'
import styles from './list.module.css'
import {
  listCount,
  listPages,
  type ColumnDeclaration,
  type ListPath,
  type ListQuestion,
  type ListRow,
} from './list-queries.ts'
import { ListTable, type BulkTarget } from './list-table.tsx'
import { useDeclaredColumns, type Looks } from './use-declared-columns.tsx'
import { useListDeclaration } from './use-list-declaration.ts'
import { useListState } from './use-list-state.ts'
import { ViewsMenu } from './views-menu.tsx'

export type { BulkTarget } from './list-table.tsx'

const NONE: readonly ColumnDeclaration[] = []

interface ListScreenProps<Path extends ListPath> {
  /** Queries begin with it, so that live facts make the list read again. */
  readonly department: string
  readonly path: Path
  readonly title: string
  readonly subtitle?: string
  /** Where it lies: the page above. */
  readonly back?: { readonly to: string; readonly label: string }
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
  /** Further items of the export's menu, for what is asked of the list. */
  readonly moreExports?: ((question: ListQuestion) => ReactNode) | undefined
  /** Between the title and the list: the other lists of its kind. */
  readonly beside?: ReactNode
  /** Nothing is there at all: the first step. */
  readonly empty: ReactNode
  /** Nothing like what was asked for. */
  readonly noneFound: ReactNode
  readonly announceFresh?: (count: number) => void
  /** What can be done to several at once. */
  readonly bulk?: (target: BulkTarget, onDone: () => void) => ReactNode
  /** How cells that were pasted are saved together; without it each is saved by itself. */
  readonly batches?: Batches<ListRow<Path>> | undefined
}

/**
 * A list screen from what the list declares: search, conditions, order, columns, saved views, export, selection, cells to
 * change. A department says only what its values look like.
 */
export function ListScreen<Path extends ListPath>(props: ListScreenProps<Path>) {
  type Row = ListRow<Path>
  const { department, path, shown: usual, rowId } = props
  const can = useCan()
  const [state, change] = useListState()
  const { filters } = state
  const declaration = useListDeclaration(department, path)
  const question = useMemo(
    () => ({ filter: filters, search: state.search, sort: state.sort }),
    [filters, state.search, state.sort],
  )
  const pages = useMemo(() => listPages(department, path, question), [department, path, question])
  const choosable = useMemo(() => declaration?.columns.filter((one) => one.shown) ?? NONE, [declaration])
  const shown = useMemo(() => {
    const possible = new Set(choosable.map(({ key }) => key))
    const wanted = state.columns?.filter((key) => possible.has(key)) ?? []
    return wanted.length > 0 ? wanted : usual
  }, [choosable, state.columns, usual])
  const declared = useDeclaredColumns<Row>(declaration, shown, props.looks)
  const { lastColumn } = props
  const columns = useMemo(() => (lastColumn ? [...declared, lastColumn] : declared), [declared, lastColumn])
  const onSearch = useCallback((text: string) => change({ search: text }, 'replace'), [change])
  const onSort = useCallback((sort: string) => change({ sort }), [change])
  const onFilters = useCallback((filters: readonly string[]) => change({ filters }), [change])
  const onColumns = useCallback((columns: readonly string[] | undefined) => change({ columns }), [change])
  const sort = useMemo(
    () => ({ value: state.sort ?? (state.search ? undefined : declaration?.defaultSort), onChange: onSort }),
    [state.sort, state.search, declaration, onSort],
  )
  const isAsked = filters.length > 0 || state.search !== undefined
  return (
    <>
      <PageHeader
        title={props.title}
        subtitle={props.subtitle}
        back={props.back}
        mark={<Count department={department} path={path} question={question} />}
        actions={props.actions}
      />
      {props.beside}
      <div className={styles.bar}>
        {props.searchLabel && (
          <div className={styles.search}>
            <SearchField label={props.searchLabel} value={state.search ?? ''} onSearch={onSearch} />
          </div>
        )}
        <FilterChips columns={declaration?.columns ?? NONE} filters={filters} onChange={onFilters} />
        <div className={styles.tools}>
          <ViewsMenu screen={path.slice('/api/'.length)} state={state} seesRoles={can('people:read')} onOpen={change} />
          <ColumnMenu columns={choosable} shown={shown} onChange={onColumns} />
          <ExportMenu
            path={path}
            name={path.slice('/api/'.length).replaceAll('/', '-')}
            question={question}
            columns={shown}
            more={props.moreExports?.(question)}
          />
        </div>
      </div>
      <ListTable<Row>
        label={props.title}
        pages={pages}
        columns={columns}
        filters={filters}
        search={state.search}
        rowId={rowId}
        rowTitle={props.rowTitle}
        linkTo={props.linkTo}
        announceFresh={props.announceFresh}
        empty={isAsked ? props.noneFound : props.empty}
        sort={sort}
        bulk={props.bulk}
        batches={props.batches}
      />
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
