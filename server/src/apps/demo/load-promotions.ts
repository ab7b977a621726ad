import { createPromotion, makeCoupons, promotionCodes } from '../../departments/pricing/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { money } from '../../kernel/money.ts'

const DAY_MS = 86_400_000

/** What Bottega Laguna gives: by itself, by coupon, and soon. Once, however often it is run. */
export async function loadPromotions(ctx: Context): Promise<Result<void>> {
  if ((await promotionCodes(ctx.tx)).length > 0) return ok()
  const common = { beginsAt: null, endsAt: null, priority: 0, stackingClass: 'usual', exclusive: false }
  const unlimited = { mostUses: null, mostUsesOfCustomer: null, budget: null }
  const from = (cents: number) => [
    { amount: cents, currency: 'EUR' },
    { amount: cents * 17_500, currency: 'IDR' },
  ]
  const generous = await createPromotion(ctx, {
    ...common,
    code: 'GENEROUS',
    names: {
      en: '5 % off from 200 EUR',
      it: '5 % di sconto da 200 EUR',
      es: '5 % de descuento desde 200 EUR',
      id: 'Potongan 5 % mulai 200 EUR',
    },
    needsCoupon: false,
    terms: {
      conditions: [{ kind: 'subtotal_at_least', amounts: from(20_000) }],
      action: { kind: 'order_percent', percent: '5' },
    },
    limits: unlimited,
  })
  if (!generous.ok) return generous
  const welcome = await createPromotion(ctx, {
    ...common,
    code: 'WELCOME',
    names: {
      en: 'Welcome: 10 % off',
      it: 'Benvenuto: 10 % di sconto',
      es: 'Bienvenida: 10 % de descuento',
      id: 'Selamat datang: potongan 10 %',
    },
    needsCoupon: true,
    stackingClass: 'welcome',
    terms: { conditions: [], action: { kind: 'order_percent', percent: '10' }, cap: from(3000) },
    limits: { mostUses: 500, mostUsesOfCustomer: 1, budget: money(300_000, 'EUR') },
  })
  if (!welcome.ok) return welcome
  await ctx.tx.flush()
  const coupons = await makeCoupons(ctx, { promotionId: welcome.value.id, codes: ['CIAO10'], mostUses: null })
  if (!coupons.ok) return coupons
  const winter = await createPromotion(ctx, {
    ...common,
    code: 'WINTER',
    names: {
      en: 'Winter: three for two',
      it: 'Inverno: tre per due',
      es: 'Invierno: tres por dos',
      id: 'Musim dingin: beli dua dapat tiga',
    },
    needsCoupon: false,
    beginsAt: new Date(ctx.now.getTime() + 9 * DAY_MS),
    endsAt: new Date(ctx.now.getTime() + 23 * DAY_MS),
    terms: { conditions: [], action: { kind: 'buy_get', buy: 2, get: 1, percent: '100' } },
    limits: unlimited,
  })
  return winter.ok ? ok() : winter
}
