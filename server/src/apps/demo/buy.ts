import {
  createBasket,
  declareCompany,
  getBasket,
  quoteBasket,
  setBasketCoupons,
  setBasketDestination,
  setBasketLine,
} from '../../departments/orders/index.ts'
import { placeOrder, signedBy } from '../../flows/place-order/index.ts'
import { settleOrder } from '../../flows/settle-payment/index.ts'
import { startPayment } from '../../flows/start-payment/index.ts'
import { guest, runCommand, type Context } from '../../host/context.ts'
import { defaultLocale, isLocale } from '../../host/i18n/locales.ts'
import { moneyToJson } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { demand } from '../demand.ts'
import type { Shown, Stage } from './act-on-order.ts'

export interface Buyer {
  readonly name: string
  readonly email: string
  readonly language: string
  readonly street: string
  readonly street2?: string | undefined
  readonly postcode: string
  readonly city: string
  readonly region?: string | undefined
  readonly country: string
}

/** The registry’s own example of Italy (SWIFT, IBAN registry): nobody's account. */
const IBAN = 'IT60X0542811101000000123456'

/** As a shopper does: basket, way of delivery, order, and the provider's page. */
export async function buy({ past, till, buyers, variants }: Stage, shown: Shown): Promise<void> {
  const { lines, delivery, pay, coupons, company, billing, note, buyer: who } = shown.order
  const buyer = buyers.get(who)
  if (!buyer) throw new Error(`the demo knows no ${who}`)
  const run = async <T>(command: (ctx: Context) => Promise<Result<T>>): Promise<T> =>
    demand(await runCommand(past, { actor: guest }, command))
  const { email, language: locale, ...address } = buyer
  const { country, region, postcode } = address
  const key = await run(async (ctx) => {
    const made = await createBasket(ctx, { country, locale })
    if (!made.ok) return made
    await ctx.tx.flush()
    for (const { sku, quantity } of lines) {
      const put = await setBasketLine(ctx, made.value, { variantId: variants.get(sku) ?? '', quantity })
      if (!put.ok) return put
      await ctx.tx.flush()
    }
    const to = { country, region, postcode, deliveryMethod: delivery }
    const sent = await setBasketDestination(ctx, made.value, to)
    if (!sent.ok) return sent
    await ctx.tx.flush()
    const given = coupons ? await setBasketCoupons(ctx, made.value, coupons) : ok()
    return given.ok ? made : given
  })
  if (company) demand(await declareCompany(past, { key, wish: company }, { actor: guest, requestId: '' }))
  const basket = demand(await getBasket(past.database, key))
  const quote = demand(await quoteBasket(past.database, basket, past.clock.now()))
  const byPage = pay === 'card' || pay === 'none'
  const asked = { house: past, locale: isLocale(locale) ? locale : defaultLocale, userAgent: undefined }
  const typed = { method: pay, holder: buyer.name, iban: IBAN }
  const debit = pay === 'direct-debit' ? await signedBy(asked, typed) : undefined
  const placed = await run((ctx) =>
    placeOrder(ctx, {
      basket: key,
      email,
      address,
      billing,
      deliveryMethod: delivery,
      acceptedTotal: moneyToJson(quote.priced.total),
      paymentMethod: byPage ? undefined : pay,
      debit,
      locale,
      note,
    }),
  )
  shown.placed = placed
  if (pay !== 'card') return
  const { url } = demand(await startPayment(past, { ...placed, locale }, guest))
  await till?.pay(url, buyer.name)
  demand(await settleOrder(past, placed.id, guest))
}
