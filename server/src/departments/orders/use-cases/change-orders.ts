/**
 * One change to many orders, one after the other, each in a transaction of its own that also says what came of it: who stops the work,
 * or kills its worker, leaves whole orders behind, and the next run goes on with those that have no outcome yet. What an order refuses
 * is kept beside it and stops nobody else.
 *
 * Rejected: one transaction for all. It would hold the locks of a thousand orders while shoppers pay them.
 */
import type { CommandOptions, Context, House } from '../../../host/context.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'
import { ok } from '../../../kernel/result.ts'
import { countOutcomes, listDone, type BulkCounts } from '../queries/bulk-outcomes.ts'
import { insertOutcome } from '../store/bulk-outcomes.ts'
import { holdOrder, releaseOrder } from './hold-order.ts'
import { noteOrder, takeNoteBack } from './note-order.ts'
import { tagOrder } from './tag-order.ts'

export type ManyChange =
  | { readonly action: 'tag' | 'untag'; readonly tagId: string }
  | { readonly action: 'hold' | 'release'; readonly reason: string }
  | { readonly action: 'note'; readonly body: string }
  /** `of`: the task that wrote the notes. */
  | { readonly action: 'unnote'; readonly of: string }

export interface ChangeOfMany {
  readonly taskId: string
  readonly orderIds: readonly string[]
  readonly change: ManyChange
}

export interface Means {
  readonly options: CommandOptions
  /** Of host/context: a transaction for each order. */
  readonly runCommand: <T>(
    house: House,
    options: CommandOptions,
    command: (ctx: Context) => Promise<Result<T>>,
  ) => Promise<Result<T>>
  readonly progress: (done: number, total: number) => void
  readonly stopAsked: () => Promise<boolean>
}

/** Whether somebody still wants it is asked so often. */
const CHUNK = 25

export async function changeOrders(
  house: House,
  { taskId, orderIds, change }: ChangeOfMany,
  { options, runCommand, progress, stopAsked }: Means,
): Promise<Result<BulkCounts>> {
  const before = await listDone(house.database, taskId)
  const left = orderIds.filter((id) => !before.has(id))
  for (const [index, orderId] of left.entries()) {
    if (index % CHUNK === 0 && (await stopAsked())) break
    const changed = await runCommand(house, options, async (ctx) => {
      const acted = await act(ctx, orderId, change)
      if (acted.ok) insertOutcome(ctx, { taskId, orderId, ...acted.value })
      return acted
    })
    if (!changed.ok) {
      await runCommand(house, options, async (ctx) => keepRefusal(ctx, { taskId, orderId, refusal: changed.refusal }))
    }
    progress(before.size + index + 1, orderIds.length)
  }
  return ok(await countOutcomes(house.database, taskId))
}

interface Refused {
  readonly taskId: string
  readonly orderId: string
  readonly refusal: Refusal
}

async function keepRefusal(ctx: Context, refused: Refused): Promise<Result<void>> {
  insertOutcome(ctx, { ...refused, changed: false })
  return ok()
}

/** Whether it changed anything, and what it made. */
interface Acted {
  readonly changed: boolean
  readonly made?: string
}

async function act(ctx: Context, orderId: string, change: ManyChange): Promise<Result<Acted>> {
  switch (change.action) {
    case 'tag':
      return changedBy(await tagOrder(ctx, { orderId, add: [change.tagId], remove: [] }))
    case 'untag':
      return changedBy(await tagOrder(ctx, { orderId, add: [], remove: [change.tagId] }))
    case 'hold':
      return changedBy(await holdOrder(ctx, { orderId, reason: change.reason }))
    case 'release':
      return changedBy(await releaseOrder(ctx, { orderId, reason: change.reason }))
    case 'note': {
      const noted = await noteOrder(ctx, { orderId, body: change.body })
      return noted.ok ? ok({ changed: true, made: noted.value.id }) : noted
    }
    case 'unnote':
      return changedBy(await takeNoteBack(ctx, { orderId, taskId: change.of }))
  }
}

/** Tags say whether there was something to change; who holds or releases has changed something. */
function changedBy(acted: Result<unknown>): Result<Acted> {
  return acted.ok ? ok({ changed: acted.value !== false }) : acted
}
