import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import type { Field } from '../../ui/form/field.ts'
import { MOST_TIERS, TIER_MEASURES, TIER_OFFS } from './promotion-tiers.ts'
import { BUILDABLE, isBuildable, PARTS } from './promotion-values.ts'
import type { PromotionChoices } from './queries.ts'

const permission = 'pricing:promote'
const MOST = 1_000_000

// i18n-dynamic: pricing.kinds.*
// i18n-dynamic: pricing.form.tierMeasures.*
// i18n-dynamic: pricing.form.tierOffs.*

const ordinals = Array.from({ length: 10 }, (_, index) => index + 1)
const tiers = Array.from({ length: MOST_TIERS }, (_, index) => index + 1)

/** What the office knows from the house's other departments besides. */
export interface Choices extends PromotionChoices {
  readonly methods: readonly { readonly code: string; readonly name: string }[]
}

/** What decides which fields must be filled. */
interface Shape {
  readonly kind: unknown
  readonly tierBy: unknown
  readonly tierOff: unknown
}

/** All fields, always; which of them must be filled depends on what the promotion gives. */
export function usePromotionFields(choices: Choices, { kind, tierBy, tierOff }: Shape): Field[] {
  const locale = useLocale()
  const t = useTranslations('pricing')
  const fixed = useCan()(permission) ? undefined : t('needsPermission', { permission })
  const needs: readonly string[] = isBuildable(kind) ? PARTS[kind].needs : []
  const part = (name: string) => ({ name, fixed, optional: !needs.includes(name) })
  const optional = true
  const half = true
  const count = { kind: 'integer', minimum: 1, maximum: MOST } as const
  const { currencies, zone } = choices
  const countryNames = new Intl.DisplayNames(locale, { type: 'region' })
  const measures = TIER_MEASURES.map((value) => ({ value, label: t(`form.tierMeasures.${value}`) }))
  const offs = TIER_OFFS.map((value) => ({ value, label: t(`form.tierOffs.${value}`) }))
  // The first step must say all; the others go as far as they are filled.
  const isFree = (tier: number, what: string) =>
    tier > 1 || kind !== 'order_tiers' || (what !== tierBy && what !== tierOff)
  const [currency = 'EUR'] = currencies
  const option = (value: string) => ({ value, label: value })
  const categoryOptions = choices.categories.map(({ id, name }) => ({ value: id, label: name }))
  return [
    { kind: 'texts', name: 'names', label: t('form.names'), hint: t('form.namesHint'), fixed, maxLength: 120 },
    { kind: 'text', name: 'code', label: t('form.code'), hint: t('form.codeHint'), fixed, half, maxLength: 40 },
    { kind: 'switch', name: 'needsCoupon', label: t('form.needsCoupon'), hint: t('form.needsCouponHint'), fixed },
    {
      kind: 'choice',
      name: 'kind',
      label: t('form.kind'),
      // What the form cannot put together stays as it is.
      fixed: isBuildable(kind) ? fixed : t('form.kindOther'),
      options: isBuildable(kind)
        ? BUILDABLE.map((value) => ({ value, label: t(`kinds.${value}`) }))
        : [{ value: String(kind), label: t('kinds.other') }],
    },
    { kind: 'decimal', ...part('percent'), label: t('form.percent'), scale: 4, unit: '%', half },
    { kind: 'moneys', ...part('amounts'), label: t('form.amounts'), hint: t('form.amountsHint'), currencies },
    { kind: 'text', ...part('variant'), label: t('form.variant') },
    { ...count, ...part('units'), label: t('form.units'), half },
    { ...count, ...part('buy'), label: t('form.buy'), half },
    { ...count, ...part('get'), label: t('form.get'), half },
    { ...count, ...part('times'), label: t('form.times'), hint: t('form.timesHint'), half },
    {
      kind: 'many',
      name: 'categories',
      label: t('form.categories'),
      hint: t('form.goodsHint'),
      fixed,
      optional,
      options: categoryOptions,
    },
    {
      kind: 'many',
      name: 'collections',
      label: t('form.collections'),
      hint: t('form.collectionsHint'),
      fixed,
      optional,
      options: choices.collections.map(({ id, name }) => ({ value: id, label: name })),
    },
    { kind: 'tags', name: 'labels', label: t('form.labels'), fixed, optional, half, maxLength: 100 },
    { kind: 'tags', name: 'brands', label: t('form.brands'), fixed, optional, half, maxLength: 200 },
    {
      kind: 'many',
      name: 'exceptCategories',
      label: t('form.exceptCategories'),
      fixed,
      optional,
      options: categoryOptions,
    },
    { kind: 'switch', name: 'notReduced', label: t('form.notReduced'), fixed },
    {
      kind: 'many',
      name: 'getCategories',
      label: t('form.getCategories'),
      hint: t('form.getGoodsHint'),
      fixed,
      optional,
      options: categoryOptions,
    },
    { kind: 'tags', name: 'getLabels', label: t('form.getLabels'), fixed, optional, maxLength: 100 },
    { kind: 'moneys', name: 'cap', label: t('form.cap'), hint: t('form.capHint'), fixed, optional, currencies },
    {
      kind: 'moneys',
      name: 'subtotal',
      label: t('form.subtotal'),
      hint: t('form.subtotalHint'),
      fixed,
      optional,
      currencies,
    },
    { kind: 'moneys', name: 'subtotalMost', label: t('form.subtotalMost'), fixed, optional, currencies },
    { ...count, name: 'minUnits', label: t('form.minUnits'), fixed, optional, half },
    {
      kind: 'many',
      name: 'nthOrders',
      label: t('form.nthOrders'),
      hint: t('form.nthOrdersHint'),
      fixed,
      optional,
      options: ordinals.map((nth) => ({ value: String(nth), label: t('form.nthOrder', { nth }) })),
    },
    {
      kind: 'many',
      name: 'methods',
      label: t('form.methods'),
      hint: t('form.everywhere'),
      fixed,
      optional,
      options: choices.methods.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      kind: 'many',
      name: 'countries',
      label: t('form.countries'),
      hint: t('form.everywhere'),
      fixed,
      optional,
      options: choices.countries.map((code) => ({ value: code, label: countryNames.of(code) ?? code })),
    },
    { kind: 'choice', name: 'tierBy', label: t('form.tierBy'), fixed, half, options: measures },
    { kind: 'choice', name: 'tierOff', label: t('form.tierOff'), fixed, half, options: offs },
    ...tiers.flatMap((tier): Field[] => [
      {
        ...count,
        name: `tierUnits${tier}`,
        label: t('form.tierUnits', { tier }),
        fixed,
        optional: isFree(tier, 'units'),
        half,
      },
      {
        kind: 'moneys',
        name: `tierFrom${tier}`,
        label: t('form.tierFrom', { tier }),
        fixed,
        optional: isFree(tier, 'amount'),
        currencies,
      },
      {
        kind: 'decimal',
        name: `tierPercent${tier}`,
        label: t('form.tierPercent', { tier }),
        fixed,
        optional: isFree(tier, 'percent'),
        scale: 4,
        unit: '%',
        half,
      },
      {
        kind: 'moneys',
        name: `tierAmounts${tier}`,
        label: t('form.tierAmounts', { tier }),
        fixed,
        optional: isFree(tier, 'amounts'),
        currencies,
      },
    ]),
    {
      kind: 'many',
      name: 'markets',
      label: t('form.markets'),
      hint: t('form.everywhere'),
      fixed,
      optional,
      options: choices.markets.map(option),
    },
    {
      kind: 'many',
      name: 'channels',
      label: t('form.channels'),
      hint: t('form.everywhere'),
      fixed,
      optional,
      options: choices.channels.map(option),
    },
    {
      kind: 'many',
      name: 'groups',
      label: t('form.groups'),
      hint: t('form.groupsHint'),
      fixed,
      optional,
      options: choices.groups.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      kind: 'date-time',
      name: 'beginsAt',
      label: t('form.beginsAt'),
      hint: t('form.beginsAtHint'),
      zone,
      fixed,
      optional,
    },
    { kind: 'date-time', name: 'endsAt', label: t('form.endsAt'), hint: t('form.endsAtHint'), zone, fixed, optional },
    { ...count, name: 'mostUses', label: t('form.mostUses'), fixed, optional, half },
    { ...count, name: 'mostUsesOfCustomer', label: t('form.mostUsesOfCustomer'), fixed, optional, half },
    { kind: 'money', name: 'budget', label: t('form.budget'), hint: t('form.budgetHint'), fixed, optional, currency },
    {
      kind: 'integer',
      name: 'priority',
      label: t('form.priority'),
      hint: t('form.priorityHint'),
      fixed,
      half,
      minimum: -1000,
      maximum: 1000,
    },
    {
      kind: 'text',
      name: 'stackingClass',
      label: t('form.stackingClass'),
      hint: t('form.stackingClassHint'),
      fixed,
      half,
      maxLength: 40,
    },
    { kind: 'switch', name: 'exclusive', label: t('form.exclusive'), hint: t('form.exclusiveHint'), fixed },
    {
      kind: 'text',
      name: 'nonetheless',
      label: t('collisions.nonetheless'),
      hint: t('collisions.nonethelessHint'),
      fixed,
      optional,
      lines: 2,
      maxLength: 300,
    },
  ]
}
