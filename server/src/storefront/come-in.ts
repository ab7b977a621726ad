import type { FastifyReply } from 'fastify'
import { runCommand } from '../host/context.ts'
import type { CustomerId } from '../departments/customers/index.ts'
import { findCustomersBasket } from '../departments/orders/index.ts'
import { joinBaskets } from '../flows/join-baskets/index.ts'
import { goTo, type PageCall } from './desk.ts'
import { countIn } from './reads/count-in.ts'
import { findOpenBasket } from './reads/read-basket.ts'
import { carriedBasket } from './shopper-cookies.ts'
import { href } from './visit.ts'

interface Known {
  readonly customerId: CustomerId
  readonly sessionToken: string
}

/** From where somebody was sent to sign in, and goes back to; anything else that an address says is not followed. */
export type WayBack = 'checkout' | ''

export const wayBackOf = (fields: URLSearchParams): WayBack => (fields.get('to') === 'checkout' ? 'checkout' : '')

/** The basket of this browser becomes part of theirs; what it costs is asked anew with their groups and their company. */
export async function comeIn(call: PageCall, known: Known, to: WayBack): Promise<FastifyReply> {
  const { request, reply, house, visit, cookies } = call
  cookies.keepSession(known.sessionToken)
  const shopper = known.customerId
  const key = carriedBasket(request)
  const actor = { kind: 'customer' as const, id: shopper }
  // A basket that is ordered, gone or somebody else's stays what it is: signing in does not fail for it.
  const linked =
    key && (await runCommand(house, { actor, requestId: request.id }, (ctx) => joinBaskets(ctx, { ...key, shopper })))
  // From now on it is found by who is signed in, here and on every other device.
  if (linked?.ok) cookies.dropBasket()
  const own = await findCustomersBasket(house.database, shopper)
  const open = own && (await findOpenBasket(house, { id: own.id, token: undefined, shopper }))
  cookies.keepCount(open ? countIn(open) : 0)
  const from = linked?.ok ? linked.value.from : undefined
  // What was put together is looked at first, in the basket.
  if (open && to === 'checkout' && from === undefined) return goTo(reply, href(visit, '/checkout'))
  return goTo(reply, `${href(visit, open ? '/basket' : '/account')}${from === undefined ? '' : `?joined=${from}`}`)
}
