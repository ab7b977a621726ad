import type { Context } from '../../../host/context.ts'
import { saveCode } from '../store/cards.ts'

/** From its first sending on a card can be used by its code. */
export function saveSentCode(ctx: Context, cardId: string, code: { hash: Buffer; last4: string }): void {
  saveCode(ctx, cardId, code)
}
