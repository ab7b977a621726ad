import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { recipientOf, type Assignee } from '../domain/recipient.ts'
import { dueOccurrence } from '../domain/recurrence.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'
import { insertPause, lockRecurrence, noteMadeUntil, type LockedRecurrence } from '../store/recurrences.ts'
import { makeTodo } from './make-todo.ts'
import { tell } from './tell.ts'
import { nameAssignee } from './whose.ts'

/**
 * Makes the to-do of the day, if there is one. Under the recurrence's lock and in one transaction with the day up to which it has
 * been made, so that who comes second or again finds nothing to make; `todo_once_per_occurrence` would refuse it besides.
 */
export async function makeRecurring(ctx: Context, id: string): Promise<Result<{ made: string | null }>> {
  const found = await lockRecurrence(ctx, id)
  if (!found || found.paused) return ok({ made: null })
  const { zone, seats } = await readPlanPlaces(ctx.tx)
  const today = localDateIn(ctx.now, zone)
  const { madeUntil } = found
  const on = dueOccurrence(found, { madeUntil, today, country: seats[0] ?? '' })
  if (on !== null && !(await nameAssignee(ctx.tx, askedOf(found))).ok) return halt(ctx, found)
  noteMadeUntil(ctx, id, today)
  return on === null ? ok({ made: null }) : makeOn(ctx, found, on)
}

async function makeOn(ctx: Context, found: LockedRecurrence, on: LocalDate): Promise<Result<{ made: string | null }>> {
  const { id, title, note, priority, checklist, dueTime } = found
  const recurrence = { id, occursOn: on }
  const wish = { title, note, priority, checklist, dueOn: on, dueTime, assignee: askedOf(found), recurrence }
  const made = await makeTodo(ctx, wish)
  return made.ok ? ok({ made: made.value.id }) : made
}

/** Nobody is there any more whom it asks: whoever made it is told, once, and it waits. */
function halt(ctx: Context, { id, title, madeBy, version }: LockedRecurrence): Result<{ made: null }> {
  const reason = 'nobody is there whom it asks'
  insertPause(ctx, id, { reason, byName: null })
  const changes = [{ field: 'paused', before: false, after: true }]
  ctx.audit({ action: 'work:repeat', objectType: 'recurrence', objectId: id, version: version + 1, changes, reason })
  if (madeBy !== null) {
    tell(ctx, {
      to: [{ kind: 'staff', id: madeBy }],
      kind: 'alert',
      ref: { type: 'recurrence', id },
      occasion: String(version),
      title: { key: 'work.told.recurrence_halted', params: { title } },
      path: '/work/recurring',
    })
  }
  return ok({ made: null })
}

const askedOf = ({ assignee }: LockedRecurrence) => recipientOf(assignee) as Assignee
