import type { FastifyInstance, FastifyReply } from 'fastify'
import { runCommand } from '../../host/context.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { setBasketDestination } from '../../departments/orders/index.ts'
import { marketOfCountry } from '../../departments/organisation/index.ts'
import { goTo, type Desk, type PageCall } from '../desk.ts'
import { findOpenBasket } from '../reads/read-basket.ts'
import { basketKeyOf } from '../reads/basket-key.ts'
import { href } from '../visit.ts'

export function mountCountry(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.post('/country', desk.own(locale, chooseCountry))
}

/** Where the goods go: a cookie for the pages, and the open basket moves along. */
async function chooseCountry(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit, cookies } = call
  const form = request.body as URLSearchParams
  const country = form.get('country') ?? ''
  const back = form.get('back') ?? ''
  if (marketOfCountry(visit.shop.markets, country)) {
    cookies.keepCountry(country)
    const key = await basketKeyOf(call)
    const open = await findOpenBasket(house, key)
    if (key && open && open.country !== country) {
      await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
        setBasketDestination(ctx, key, { country }),
      )
    }
  }
  return goTo(reply, href(visit, isOwnPath(back) ? back : ''))
}

/** Only a path of this shop: an address elsewhere would make us a stepping stone for tricksters. */
function isOwnPath(path: string): boolean {
  return /^(?:\/[\w-]+)*(?:\?[\w\-.~%&=+]*)?$/.test(path)
}
