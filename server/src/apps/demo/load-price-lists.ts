import {
  activatePriceList,
  createPriceList,
  findPriceListCodes,
  setListPrices,
} from '../../departments/pricing/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { addDays, localDateIn } from '../../kernel/time.ts'

const ZONE = 'Europe/Rome'
const SIZES = ['S', 'M', 'L', 'XL']

/** Shirts for a whole team, a sale that is to come, and a list that is still being written. Once, however often it is run. */
export async function loadPriceLists(ctx: Context): Promise<Result<void>> {
  if ((await findPriceListCodes(ctx.tx)).length > 0) return ok()
  const common = {
    currency: 'EUR',
    priority: 0,
    markets: [],
    channels: [],
    groups: [],
    companies: [],
    announced: false,
    zone: ZONE,
    begins: null,
    ends: null,
    derivation: null,
  }
  const team = await createPriceList(ctx, {
    ...common,
    code: 'TEAM',
    names: {
      en: 'Shirts for a team',
      it: 'Magliette per la squadra',
      es: 'Camisetas para el equipo',
      id: 'Kaus untuk satu tim',
    },
    priority: 10,
  })
  if (!team.ok) return team
  await ctx.tx.flush()
  const prices = SIZES.flatMap((size) => [
    { sku: `TEE-${size}`, from: 12, price: '21.90' },
    { sku: `TEE-${size}`, from: 50, price: '19.4750' },
  ])
  const set = await setListPrices(ctx, { id: team.value.id, prices, version: team.value.version })
  if (!set.ok) return set
  await ctx.tx.flush()
  const active = await activatePriceList(ctx, { id: team.value.id })
  if (!active.ok) return active
  const today = localDateIn(ctx.now, ZONE)
  const january = await createPriceList(ctx, {
    ...common,
    code: 'SALE',
    names: { en: 'Seasonal sale', it: 'Saldi di stagione', es: 'Rebajas de temporada', id: 'Obral musim' },
    markets: ['it'],
    announced: true,
    begins: `${addDays(today, 40)}T00:00:00`,
    ends: `${addDays(today, 61)}T00:00:00`,
    derivation: { change: '-15', step: 100, less: 5 },
  })
  if (!january.ok) return january
  await ctx.tx.flush()
  const planned = await activatePriceList(ctx, { id: january.value.id })
  if (!planned.ok) return planned
  const friends = await createPriceList(ctx, {
    ...common,
    code: 'FRIENDS',
    names: { en: 'Shops of friends', it: 'Negozi di amici', es: 'Tiendas de amigos', id: 'Toko kawan' },
    groups: ['trade'],
    derivation: { change: '-30', step: 10, less: 0 },
  })
  return friends.ok ? ok() : friends
}
