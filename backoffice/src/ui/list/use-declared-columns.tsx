import { useMemo, type ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { CellEditor, Column } from '../column.ts'
import { DateText, DayText } from '../date-text.tsx'
import type { Money } from '../format-money.ts'
import { MoneyText } from '../money-text.tsx'
import type { ColumnDeclaration, ListDeclaration } from './list-queries.ts'

/** What a screen says of a column beyond its declaration. */
export interface ColumnLook<Row> {
  readonly cell?: (row: Row) => ReactNode
  readonly width?: string
  readonly place?: Column<Row>['place']
  readonly editor?: CellEditor<Row> | undefined
}

export type Looks<Row> = Readonly<Record<string, ColumnLook<Row>>>

const WIDTHS: Readonly<Record<ColumnDeclaration['type'], string>> = {
  text: '',
  id: '184px',
  integer: '104px',
  money: '136px',
  instant: '168px',
  date: '136px',
  enum: '168px',
  boolean: '112px',
}

/** Columns of a table from what the list declares; a value is shown by its type unless the screen knows better. */
export function useDeclaredColumns<Row extends object>(
  declaration: ListDeclaration | undefined,
  shown: readonly string[],
  looks: Looks<Row>,
): Column<Row>[] {
  const t = useTranslations('ui.list')
  const format = useFormatter()
  return useMemo(() => {
    const known = new Map(declaration?.columns.map((column) => [column.key, column]))
    return shown.map((key, index) => {
      const column = known.get(key)
      const look = looks[key] ?? {}
      const isNumber = column?.type === 'integer' || column?.type === 'money'
      return {
        id: key,
        header: column?.label ?? '',
        sortable: column?.sortable,
        // What stands first is a name, also where it is made of figures.
        align: isNumber && index > 0 ? ('end' as const) : undefined,
        width: look.width ?? (column && WIDTHS[column.type]),
        place: look.place ?? (index === 0 ? 'lead' : 'detail'),
        editor: look.editor,
        cell: look.cell ?? ((row) => plainCell(column, (row as Readonly<Record<string, unknown>>)[key])),
      }
    })
    function plainCell(column: ColumnDeclaration | undefined, value: unknown): ReactNode {
      if (value === null || value === undefined || value === '') return null
      switch (column?.type) {
        case 'money':
          return <MoneyText value={value as Money} />
        case 'integer':
          return format.number(Number(value))
        case 'instant':
          return <DateText value={String(value)} />
        case 'date':
          return <DayText value={String(value)} />
        case 'boolean':
          return t(value === true ? 'yes' : 'no')
        default:
          return column?.values?.find((one) => one.value === value)?.label ?? String(value)
      }
    }
  }, [declaration, shown, looks, t, format])
}
