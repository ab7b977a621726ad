import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import {
  decideView,
  MOST_VIEWS_A_SCREEN,
  viewDifferences,
  type SavedView,
  type ViewChange,
  type ViewQuery,
} from '../domain/saved-view.ts'
import { countViews, deleteView, insertView, lockOwnView, rolesOf, updateView } from '../store/saved-views.ts'

export interface NewView extends ViewChange {
  readonly screen: string
  readonly name: string
  readonly query: ViewQuery
}

/** Keeps what a list shows under a name; behind one's other views of the screen. */
export async function saveView(ctx: Context, staff: StaffActor, wish: NewView): Promise<Result<{ id: string }>> {
  const { count, nextPosition } = await countViews(ctx.tx, staff.id, wish.screen)
  if (count >= MOST_VIEWS_A_SCREEN) return refusals.too_many_views({ params: { limit: MOST_VIEWS_A_SCREEN } })
  const blank: SavedView = {
    id: ctx.newId(),
    staffId: staff.id,
    screen: wish.screen,
    name: '',
    query: {},
    sharedWithRole: null,
    position: nextPosition,
    version: 0,
  }
  const decided = decideView(blank, wish, await sharerOf(ctx, staff))
  if (!decided.ok) return decided
  insertView(ctx, decided.value)
  tell(ctx, blank, decided.value)
  await ctx.tx.flush()
  return ok({ id: blank.id })
}

export interface ViewEdit {
  readonly id: string
  /** The version that the person saw. */
  readonly version: number
  readonly change: ViewChange
}

export async function changeView(ctx: Context, staff: StaffActor, edit: ViewEdit): Promise<Result<{ id: string }>> {
  const view = await lockOwnView(ctx.tx, edit.id, staff.id)
  if (!view) return refusals.view_not_found()
  if (view.version !== edit.version) return hostRefusals.version_conflict({ params: { version: view.version } })
  const decided = decideView(view, edit.change, await sharerOf(ctx, staff))
  if (!decided.ok) return decided
  updateView(ctx, decided.value)
  tell(ctx, view, decided.value)
  await ctx.tx.flush()
  return ok({ id: view.id })
}

export async function removeView(ctx: Context, staff: StaffActor, id: string): Promise<Result<void>> {
  const view = await lockOwnView(ctx.tx, id, staff.id)
  if (!view) return refusals.view_not_found()
  deleteView(ctx, id)
  ctx.audit({
    action: 'people:save-view',
    objectType: 'saved_view',
    objectId: id,
    changes: [{ field: 'name', before: view.name, after: null }],
  })
  return ok()
}

async function sharerOf(ctx: Context, staff: StaffActor) {
  return { roles: await rolesOf(ctx.tx, staff.id), managesStaff: staff.permissions.has('people:write') }
}

function tell(ctx: Context, before: SavedView, after: SavedView): void {
  ctx.audit({
    action: 'people:save-view',
    objectType: 'saved_view',
    objectId: after.id,
    version: after.version,
    changes: viewDifferences(before, after),
  })
}
