import { Button } from '@mantine/core'
import { IconPlus, type TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, type ComponentProps, type ReactNode } from 'react'
import { EmptyState } from '../empty-state.tsx'
import type { ListPath, ListRow } from './list-queries.ts'
import { ListScreen } from './list-screen.tsx'

type Screen<Path extends ListPath> = ComponentProps<typeof ListScreen<Path>>
type Dressed = 'title' | 'searchLabel' | 'subtitle' | 'rowId' | 'linkTo' | 'actions' | 'empty' | 'noneFound'

/** A page of its own, or something that opens here. */
type Add = { readonly label: string; readonly icon?: TablerIcon } & (
  | { readonly to: string }
  | { readonly run: () => void }
)

interface RecordListProps<Path extends ListPath> extends Omit<Screen<Path>, Dressed> {
  readonly icon: TablerIcon
  readonly words: {
    readonly title: string
    readonly meaning?: string
    readonly search: string
    /** Nothing is there at all, and how the first one comes. */
    readonly empty: string
    readonly emptyRemedy?: ReactNode
    /** Nothing like what was asked for, and what else to try. */
    readonly noneFound: string
    readonly noneFoundRemedy?: ReactNode
  }
  /** A row leads to its id below this address. */
  readonly at: string
  /** How one more comes, for who may: stands above the list, and in it while it is empty. */
  readonly add?: Add | false
  /** What else can be done, before it. */
  readonly actions?: ReactNode
}

/** The list of one kind of record: words, icon, way in and way on are said once, and dress every state of it. */
export function RecordList<Path extends ListPath>(props: RecordListProps<Path>) {
  const { icon, words, at, actions, ...list } = props
  const add = props.add && <AddButton add={props.add} />
  const linkTo = useMemo(() => (row: ListRow<Path>) => `${at}/${idOf(row)}`, [at])
  const screen = {
    ...list,
    title: words.title,
    subtitle: words.meaning,
    searchLabel: words.search,
    rowId: idOf,
    linkTo,
    actions: (actions || add) && (
      <>
        {actions}
        {add}
      </>
    ),
    empty: (
      <EmptyState icon={icon} title={words.empty} action={add}>
        {words.emptyRemedy}
      </EmptyState>
    ),
    noneFound: (
      <EmptyState icon={icon} title={words.noneFound}>
        {words.noneFoundRemedy}
      </EmptyState>
    ),
  }
  return <ListScreen {...(screen as unknown as Screen<Path>)} />
}

function AddButton({ add }: { readonly add: Add }) {
  const Icon = add.icon ?? IconPlus
  const sign = <Icon size={18} aria-hidden />
  if ('to' in add) {
    return (
      <Button leftSection={sign} renderRoot={(props) => <Link to={add.to} {...props} />}>
        {add.label}
      </Button>
    )
  }
  return (
    <Button leftSection={sign} onClick={add.run}>
      {add.label}
    </Button>
  )
}

const idOf = (row: object) => (row as { readonly id: string }).id
