import type { Context } from '../../../host/context.ts'
import type { Dispatch, LockedOrder } from '../domain/order.ts'
import { beginDispatchRow, saveDispatch } from '../store/dispatch.ts'

/** It may be sent from now on; harmless twice. The order is held under lock, as for the next. */
export function beginDispatch(ctx: Context, order: Pick<LockedOrder, 'id'>): void {
  beginDispatchRow(ctx, order.id)
}

/** How far it is, as its parcels say. */
export function recordDispatch(ctx: Context, order: Pick<LockedOrder, 'id'>, dispatch: Dispatch): void {
  saveDispatch(ctx, order.id, dispatch)
}
