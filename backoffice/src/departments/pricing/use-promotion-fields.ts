import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import type { Field } from '../../ui/form/field.ts'
import { BUILDABLE, isBuildable, PARTS } from './promotion-values.ts'
import type { PromotionChoices } from './queries.ts'

const permission = 'pricing:promote'
const MOST = 1_000_000

// i18n-dynamic: pricing.kinds.*

/** All fields, always; which of them must be filled depends on what the promotion gives. */
export function usePromotionFields(choices: PromotionChoices, kind: unknown): Field[] {
  const t = useTranslations('pricing')
  const fixed = useCan()(permission) ? undefined : t('needsPermission', { permission })
  const needs: readonly string[] = isBuildable(kind) ? PARTS[kind].needs : []
  const part = (name: string) => ({ name, fixed, optional: !needs.includes(name) })
  const optional = true
  const half = true
  const count = { kind: 'integer', minimum: 1, maximum: MOST } as const
  const { currencies, zone } = choices
  const [currency = 'EUR'] = currencies
  const option = (value: string) => ({ value, label: value })
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
      options: choices.categories.map(({ id, name }) => ({ value: id, label: name })),
    },
    { kind: 'tags', name: 'labels', label: t('form.labels'), fixed, optional, half, maxLength: 100 },
    { kind: 'tags', name: 'brands', label: t('form.brands'), fixed, optional, half, maxLength: 200 },
    { kind: 'switch', name: 'notReduced', label: t('form.notReduced'), fixed },
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
    { ...count, name: 'minUnits', label: t('form.minUnits'), fixed, optional, half },
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
