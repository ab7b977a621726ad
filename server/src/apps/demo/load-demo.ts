import { saveCategory } from '../../departments/catalog/index.ts'
import { saveLocations } from '../../departments/inventory/index.ts'
import { saveDeliveryMethods } from '../../departments/orders/index.ts'
import { lawPackOf, setUpOrganisation } from '../../departments/organisation/index.ts'
import { listStaff } from '../../departments/people/index.ts'
import { planPromotions } from '../../departments/pricing/index.ts'
import { setTaxRates } from '../../departments/tax/index.ts'
import { system } from '../../host/actor.ts'
import { runCommand, type Context, type House } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { percent } from '../../kernel/rate.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { demand } from '../demand.ts'
import { Problem } from '../terminal.ts'
import { loadApiKey } from './load-api-key.ts'
import { loadApprovals } from './load-approvals.ts'
import { loadBundles } from './load-bundles.ts'
import { loadBuyers } from './load-buyers.ts'
import { loadConsents } from './load-consents.ts'
import { loadLoyalty } from './load-loyalty.ts'
import { loadGiftCards } from './load-gift-cards.ts'
import { loadDelivery } from './load-delivery.ts'
import { loadFeeds } from './load-feeds.ts'
import { loadImport } from './load-import.ts'
import { loadPaymentMethods } from './load-payment-methods.ts'
import { loadLimits } from './load-limits.ts'
import { loadMailTemplate } from './load-mail-template.ts'
import { loadPolicies } from './load-policies.ts'
import { loadProducts, type LoadingProducts } from './load-products.ts'
import { loadCosts } from './load-costs.ts'
import { loadIntangibles } from './load-intangibles.ts'
import { loadPriceLists } from './load-price-lists.ts'
import { loadPromotions } from './load-promotions.ts'
import { loadRecord } from './load-record.ts'
import { loadSeason } from './load-season.ts'
import { loadRelated } from './load-related.ts'
import { loadShelves } from './load-shelves.ts'
import { loadTranslations } from './load-translations.ts'
import { loadTaxZones } from './load-tax-zones.ts'
import { loadDesk } from './load-desk.ts'
import { loadWebhook } from './load-webhook.ts'
import { loadWork } from './load-work.ts'
import { moveIn } from './move-in.ts'
import { village, type DemoCategory, type DemoProduct, type DemoOrganisation } from './village.ts'

export interface DemoOptions {
  readonly filesFolder: string
  readonly permissions: ReadonlySet<string>
  readonly onProgress: (sentence: string) => void
}

const LOADED = 'demo.loaded'

/**
 * Moves the village into a demo organisation, through the same use cases that people use. Each step may be done twice, and
 * the note that it is done comes last: killed at any point, the next start goes on. Refuses what is not marked demo.
 */
export async function loadDemo(house: House, options: DemoOptions): Promise<boolean> {
  if (!house.organisation.demo) {
    throw new Problem(
      `"${house.organisation.slug}" is not a demo.`,
      'The village is only ever loaded into an organisation that is marked demo.',
    )
  }
  if (await isLoaded(house)) return false
  const run = async <T>(command: (ctx: Context) => Promise<Result<T>>): Promise<T> =>
    demand(await runCommand(house, { actor: system('demo') }, command))
  options.onProgress('Loading the demo shop: organisation, people, goods and pictures; this takes some seconds.')
  await run((ctx) => settle(ctx, village.organisation()))
  for (const category of village.categories()) await run((ctx) => saveTree(ctx, category, null))
  await run(loadRecord)
  await loadGoods(house, { ...options, run })
  await loadShelves(house, { run })
  await loadRelated(house, { run })
  await loadLimits(house, { run })
  const { items } = demand(await listStaff(house.database, { limit: 1 }))
  if (items.length === 0) await run((ctx) => moveIn(ctx, village.people(), options.permissions))
  await loadApiKey(house)
  await loadWebhook(house)
  await loadDesk(house)
  await loadImport(house)
  await run(loadPromotions)
  await run(loadTaxZones)
  await run(loadDelivery)
  await run(loadPaymentMethods)
  await run((ctx) => loadPolicies(ctx, house))
  await run(loadCosts)
  await run(loadPriceLists)
  await run(loadFeeds)
  await run(loadTranslations)
  await run(loadBuyers)
  await run(loadConsents)
  await run(loadGiftCards)
  await run(loadLoyalty)
  await run((ctx) => loadMailTemplate(ctx, house))
  await loadApprovals(house)
  await loadSeason(house)
  await loadIntangibles(house, { ...options, run })
  await planPromotions(house)
  await loadWork(house)
  await run(noteLoaded)
  return true
}

/** Bundles are made of what there is, and before the last products: these are the newest of the shop. */
async function loadGoods(house: House, loading: LoadingProducts): Promise<void> {
  const products = village.products()
  const isLast = ({ category }: DemoProduct) => category === 'stationery' || category === 'prints-books'
  await loadProducts(
    house,
    products.filter((product) => !isLast(product)),
    loading,
  )
  await loadBundles(house, loading)
  await loadProducts(house, products.filter(isLast), loading)
}

async function isLoaded({ database }: House): Promise<boolean> {
  return (await database.row(sql`SELECT 1 AS one FROM host.setting WHERE key = ${LOADED}`)) !== undefined
}

async function noteLoaded(ctx: Context): Promise<Result<void>> {
  ctx.tx.later(
    sql`INSERT INTO host.setting (key, value) VALUES (${LOADED}, 'true'::jsonb) ON CONFLICT (key) DO NOTHING`,
  )
  return ok()
}

async function settle(ctx: Context, organisation: DemoOrganisation): Promise<Result<void>> {
  const { entity, markets, channels, locations, taxRates, deliveryMethods, timeZone } = organisation
  const locationOf = (country: string) =>
    deliveryMethods.find(({ countries }) => countries.includes(country))?.location ?? locations[0]?.code ?? ''
  const { address, functionalCurrency: currency } = entity
  const settled = await setUpOrganisation(ctx, {
    entities: [
      {
        code: entity.code,
        legalName: entity.legalName,
        vatNumber: entity.vatNumber,
        registerNumber: null,
        email: entity.email,
        phone: null,
        street: address.line1,
        postcode: address.postalCode,
        city: address.city,
        region: address.province ?? null,
        country: address.country,
        currency,
        timeZone,
      },
    ],
    markets: markets.map(({ code, names, countries, currency: sold, language, pricesIncludeTax }) => ({
      code,
      names,
      countries,
      currency: sold,
      language,
      pricesIncludeTax,
      lawPack: lawPackOf(countries),
      entityCode: entity.code,
      locationCode: locationOf(countries[0] ?? ''),
    })),
    channels: channels.map(({ code, kind, name }) => ({ code, kind, names: { en: name } })),
  })
  if (!settled.ok) return settled
  const placed = await saveLocations(
    ctx,
    locations.map(({ code, name, kind, address: { country } }) => ({ code, name, kind, country })),
  )
  if (!placed.ok) return placed
  const taxed = await setTaxRates(
    ctx,
    taxRates.map((rate) => ({ ...rate, percent: percent(rate.percent) })),
  )
  if (!taxed.ok) return taxed
  return saveDeliveryMethods(
    ctx,
    deliveryMethods.map((method) => {
      const market = markets.find(({ countries }) => countries.join() === method.countries.join())
      const zone = market?.names['it'] === undefined ? {} : { zoneName: market.names['it'] }
      return { ...method, ...zone, freeFrom: method.freeFrom ?? {}, taxCategory: 'standard' }
    }),
  )
}

async function saveTree(ctx: Context, category: DemoCategory, parentHandle: string | null): Promise<Result<void>> {
  const { handle, names, position, children = [] } = category
  const saved = await saveCategory(ctx, { handle, names, position, parentHandle })
  if (!saved.ok) return saved
  // The children look their parent up: it must have been written.
  await ctx.tx.flush()
  for (const child of children) {
    const below = await saveTree(ctx, child, handle)
    if (!below.ok) return below
  }
  return ok()
}
