import { defineList, EVERY_ROW } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { IMPORT_STATES, type ImportRecord, type ImportState } from '../domain/import-record.ts'

export interface ImportLine {
  readonly id: string
  readonly name: string
  readonly format: string
  readonly state: ImportState
  readonly created: number
  readonly changed: number
  readonly refused: number
  readonly undone: number
  readonly actor: string
  readonly createdAt: string
}

type LineRow = Pick<
  ImportRecord,
  'id' | 'name' | 'format' | 'state' | 'created' | 'changed' | 'refused' | 'undone' | 'actor'
> & { readonly created_at: Date }

/** Files that were brought in, the newest first; a search finds their name. */
export const importsList = defineList<LineRow, ImportLine>({
  name: 'product-imports',
  namespace: 'catalog',
  columns: {
    name: { type: 'text' },
    state: { type: 'enum', sql: 'i.state', values: [...IMPORT_STATES], filter: ['is', 'not'] },
    format: { type: 'text' },
    created: { type: 'integer' },
    changed: { type: 'integer' },
    refused: { type: 'integer' },
    undone: { type: 'integer' },
    actor: { type: 'text' },
    createdAt: { type: 'instant', sql: 'i.created_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM catalog.import i',
  as: 'i',
  select: 'i.id, i.name, i.format, i.state, i.created, i.changed, i.refused, i.undone, i.actor, i.created_at',
  keys: [{ sql: 'i.id', type: 'id' }],
  defaultSort: '-createdAt',
  scope: { market: EVERY_ROW, location: EVERY_ROW },
  search: { ways: [(words) => containing('lower(i.name)', words)] },
  present: ({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }),
})
