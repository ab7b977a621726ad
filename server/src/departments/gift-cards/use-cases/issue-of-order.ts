import type { Context } from '../../../host/context.ts'
import { allocateWhole } from '../../../kernel/allocate.ts'
import { money } from '../../../kernel/money.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { lastDay } from '../domain/card.ts'
import { listGifts } from '../queries/read-cards.ts'
import { findPlaceOfIssue } from '../queries/rules.ts'
import { insertCard } from '../store/cards.ts'
import { tellIssued } from './issue-card.ts'

export interface SoldCards {
  readonly order: {
    readonly id: string
    readonly basketId: string
    readonly entityId: string
    readonly market: string
    readonly locale: string
    readonly email: string
    readonly name: string
  }
  readonly lines: readonly {
    readonly position: number
    readonly variantId: string
    readonly quantity: number
    readonly total: bigint
    readonly currency: string
  }[]
}

/**
 * The cards that a paid order bought, one for each piece, in the transaction that pays it: the shop owes them in the same moment in
 * which it has the money. A second one for the same piece breaks `one_card_per_piece`; an order is paid once. Their entry is that of
 * the sale, which credits what is owed instead of what is earned.
 */
export async function issueCardsOfOrder(ctx: Context, { order, lines }: SoldCards): Promise<void> {
  if (lines.length === 0) return
  const [place, gifts] = await Promise.all([findPlaceOfIssue(ctx.tx, order.market), listGifts(ctx.tx, order.basketId)])
  const expiresOn = place ? lastDay(localDateIn(ctx.now, place.timeZone), place.validMonths) : null
  for (const { position, variantId, quantity, total, currency } of lines) {
    const meant = gifts.filter((gift) => gift.variantId === variantId)
    for (const [piece, initial] of allocateWhole(total, Array<bigint>(quantity).fill(1n)).entries()) {
      // What was given away for nothing is worth nothing.
      if (initial <= 0n) continue
      const gift = meant[piece]
      const id = ctx.newId<'gift_card'>()
      insertCard(
        ctx,
        {
          id,
          entityId: order.entityId,
          market: order.market,
          locale: order.locale,
          currency,
          initial,
          expiresOn,
          origin: 'sold',
          orderId: order.id,
          linePosition: position,
          piece,
          recipientEmail: gift?.recipientEmail ?? order.email,
          recipientName: gift?.recipientName ?? order.name,
          senderName: gift?.senderName ?? '',
          message: gift?.message ?? '',
        },
        null,
      )
      tellIssued(ctx, id, money(initial, currency), { origin: 'sold' })
    }
  }
}
