import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export type ViewQuery = Readonly<Record<string, string | number | boolean | null | string[]>>

export interface SavedView {
  readonly id: string
  readonly staffId: string
  readonly screen: string
  readonly name: string
  readonly query: ViewQuery
  readonly sharedWithRole: string | null
  readonly position: number
  readonly version: number
}

export interface ViewChange {
  readonly name?: string | undefined
  readonly query?: ViewQuery | undefined
  readonly sharedWithRole?: string | null | undefined
  readonly position?: number | undefined
}

export const MOST_VIEWS_A_SCREEN = 50
const LONGEST_QUERY = 8_000

/** What sharing depends on. */
export interface Sharer {
  readonly roles: readonly string[]
  /** Who manages the staff arranges views for any of them. */
  readonly managesStaff: boolean
}

/** The view with its change, or why not. Sharing goes to roles that one holds oneself: nobody fills other people's menus. */
export function decideView(view: SavedView, change: ViewChange, sharer: Sharer): Result<SavedView> {
  const after: SavedView = {
    ...view,
    name: (change.name ?? view.name).trim(),
    query: change.query ?? view.query,
    sharedWithRole: change.sharedWithRole === undefined ? view.sharedWithRole : change.sharedWithRole,
    position: change.position ?? view.position,
    version: view.version + 1,
  }
  if (after.name === '') return refusals.view_name_missing({ field: 'name' })
  if (JSON.stringify(after.query).length > LONGEST_QUERY) return refusals.view_too_large({ field: 'query' })
  const role = after.sharedWithRole
  const mayShare = role === null || role === view.sharedWithRole || sharer.managesStaff || sharer.roles.includes(role)
  return mayShare ? ok(after) : refusals.not_your_role({ field: 'sharedWithRole', params: { role } })
}

/** The fields that differ; names of fields alone where a value may speak of persons (a search for somebody's name). */
export function viewDifferences(before: SavedView, after: SavedView) {
  const plain = (['name', 'sharedWithRole', 'position'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field: field as string, before: before[field], after: after[field] }))
  const isSame = JSON.stringify(before.query) === JSON.stringify(after.query)
  return isSame ? plain : [...plain, { field: 'query' }]
}
