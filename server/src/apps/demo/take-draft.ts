import { makeDraft, setAside } from '../../departments/orders/index.ts'
import { runCommand, system } from '../../host/context.ts'
import { demand } from '../demand.ts'
import type { Stage } from './act-on-order.ts'
import type { DemoDraft } from './village.ts'

const HOUR_MS = 3_600_000

/** Somebody rang; what she wants is written down, and no order yet. */
export async function takeDraft({ past, actors, buyers, variants }: Stage, draft: DemoDraft): Promise<void> {
  const buyer = buyers.get(draft.buyer)
  if (!buyer) throw new Error(`the demo knows no ${draft.buyer}`)
  const { email, name, street, street2, postcode, city, region, country } = buyer
  const address = { name, street, street2, postcode, city, region, country }
  const lines = draft.lines.map(({ sku, quantity }) => ({ variantId: variants.get(sku) ?? '', quantity }))
  const wish = { customerId: null, email, address, lines, coupons: [], deliveryMethod: draft.delivery }
  const actor = actors.get('care_agent') ?? system('demo')
  const { id } = demand(
    await runCommand(past, { actor }, (ctx) =>
      makeDraft(ctx, { ...wish, paymentMethod: null, note: draft.note, priceNote: null }),
    ),
  )
  const { setAsideHours: hours } = draft
  if (hours === undefined) return
  const until = new Date(past.clock.now().getTime() + hours * HOUR_MS)
  demand(await runCommand(past, { actor }, (ctx) => setAside(ctx, { id, until })))
}
