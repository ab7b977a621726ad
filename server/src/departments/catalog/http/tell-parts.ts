import type { Change } from '../../../host/audit/record.ts'
import type { Call } from '../../../host/http/route.ts'
import type { TellPart } from '../../../host/records/record-type.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import { money } from '../../../kernel/money.ts'
import type { Bundle, BundleGroup, BundleOption, BundlePriceRule } from '../domain/bundles/bundle.ts'
import type { TogetherWish } from '../domain/bought-together.ts'
import type { OrderLimit } from '../domain/order-limit.ts'
import type { Relation } from '../domain/related.ts'
import { productTitles } from '../queries/product-titles.ts'
import { inLanguage } from '../queries/localised.ts'
import { getVariantTitles } from '../queries/variant-titles.ts'
import { RELATED_KINDS } from '../use-cases/related-words.ts'

const PPM_OF_PERCENT = 10_000

interface Teller {
  readonly translate: Translate
  readonly locale: Call['locale']
  /** Id of a product or a variant -> what it is called. */
  readonly nameOf: (id: string) => string
}

type Tell = (part: never, teller: Teller) => string

/** What a product says as a whole beside its own fields, by the field of its trail: kept as ids and amounts, told in words. */
const TELL: Readonly<Record<string, Tell>> = {
  bundle: tellBundle,
  order_limit: tellLimit,
  related: tellRelated,
  bought_together: tellWishes,
}

/** Names are asked for once, for all that is shown; what is no such part stays as it is. */
export async function partsTeller({ house, locale }: Call, changes: readonly Change[]): Promise<TellPart> {
  const parts = changes.filter(({ field }) => Object.hasOwn(TELL, field))
  const ids = [...new Set(parts.flatMap(({ before, after }) => idsIn([before, after])))]
  const [products, variants] = await Promise.all([
    ids.length > 0 ? productTitles(house.database, ids, locale) : new Map<string, string>(),
    getVariantTitles(house.database, ids, locale),
  ])
  const nameOf = (id: string) => {
    const variant = variants.get(id)
    return variant ? [variant.name, variant.title].filter(Boolean).join(' · ') : (products.get(id) ?? '…')
  }
  const teller = { translate: house.translations.for(locale), locale, nameOf }
  return (change) => {
    const tell = Object.hasOwn(TELL, change.field) ? TELL[change.field] : undefined
    if (!tell) return change
    const said = (value: unknown) => (value === null || value === undefined ? null : tell(value as never, teller))
    return { ...change, before: said(change.before), after: said(change.after) }
  }
}

function tellLimit({ least, most, step }: OrderLimit, { translate }: Teller): string {
  return translate('catalog.order_limit.told', { least, most: most ?? 'none', step })
}

/** Every `productId` and `variantId` in it. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    (key === 'productId' || key === 'variantId') && typeof one === 'string' ? [one] : idsIn(one),
  )
}

// i18n-dynamic: catalog.parts.shapes.*
// i18n-dynamic: catalog.parts.promotions.*
function tellBundle({ shape, price, promotions, groups }: Bundle, teller: Teller): string {
  const { translate } = teller
  return [
    translate(`catalog.parts.shapes.${shape}`),
    ...groups.map((group) => tellGroup(group, shape, teller)),
    tellPrice(price, teller),
    translate(`catalog.parts.promotions.${promotions}`),
  ].join('; ')
}

function tellGroup({ names, least, most, options }: BundleGroup, shape: Bundle['shape'], teller: Teller): string {
  const told = options.map((option) => tellOption(option, teller)).join(', ')
  if (shape === 'fixed') return told
  const name = inLanguage(names, teller.locale)
  const pieces = least === most ? `${most}` : `${least}–${most}`
  return teller.translate('catalog.parts.group', { name, pieces, options: told })
}

function tellOption({ variantId, quantity, surcharges, chosen }: BundleOption, teller: Teller): string {
  const dearer = tellAmounts(surcharges, teller)
  const piece = `${quantity} × ${teller.nameOf(variantId)}`
  const first = chosen > 0 ? ` (${teller.translate('catalog.parts.at_first')})` : ''
  return `${piece}${dearer && ` +${dearer}`}${first}`
}

function tellPrice(price: BundlePriceRule, teller: Teller): string {
  if (price.way === 'own') return teller.translate('catalog.parts.prices.own')
  const off =
    price.way === 'percent_off'
      ? new Intl.NumberFormat(teller.locale, { style: 'percent', maximumFractionDigits: 2 }).format(
          price.percentPpm / PPM_OF_PERCENT / 100,
        )
      : tellAmounts(price.amounts, teller)
  return teller.translate('catalog.parts.prices.less', { off })
}

function tellAmounts(amounts: Readonly<Record<string, number>>, { locale }: Teller): string {
  const told = Object.entries(amounts).filter(([, amount]) => amount !== 0)
  return told.map(([currency, amount]) => formatMoney(money(BigInt(amount), currency), locale)).join(' / ')
}

// i18n-dynamic: catalog.parts.related.*
function tellRelated(relations: readonly Relation[], { translate, nameOf }: Teller): string {
  const told = RELATED_KINDS.flatMap((kind) => {
    const names = relations
      .filter((one) => one.kind === kind)
      .map(
        ({ productId, bothWays }) =>
          `${nameOf(productId)}${bothWays ? ` (${translate('catalog.parts.both_ways')})` : ''}`,
      )
    return names.length > 0 ? [`${translate(`catalog.parts.related.${kind}`)}: ${names.join(', ')}`] : []
  })
  return told.join('; ')
}

// i18n-dynamic: catalog.parts.wishes.*
function tellWishes(wishes: readonly TogetherWish[], { translate, nameOf }: Teller): string {
  return wishes
    .map(({ productId, wish }) => translate(`catalog.parts.wishes.${wish}`, { name: nameOf(productId) }))
    .join('; ')
}
