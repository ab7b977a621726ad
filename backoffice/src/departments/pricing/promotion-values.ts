import type { Values } from '../../ui/form/field.ts'
import { tierName, tierValues, tiersOf } from './promotion-tiers.ts'
import type { Action, Condition, Promotion, PromotionDraft, Terms } from './queries.ts'

/** What can be put together in the form: all that a promotion can give. */
export const BUILDABLE = [
  'order_percent',
  'order_amount',
  'order_tiers',
  'line_percent',
  'unit_amount',
  'line_amount',
  'cheapest',
  'buy_get',
  'group_price',
  'gift',
  'delivery_percent',
  'delivery_amount',
] as const
export type Buildable = (typeof BUILDABLE)[number]

/** Which of the form's fields each needs, and which it may have. */
export const PARTS: Readonly<
  Record<Buildable, { readonly needs: readonly string[]; readonly may: readonly string[] }>
> = {
  order_percent: { needs: ['percent'], may: ['goods', 'cap'] },
  order_amount: { needs: ['amounts'], may: ['goods'] },
  order_tiers: { needs: ['tiers'], may: ['goods', 'cap'] },
  line_percent: { needs: ['percent'], may: ['goods', 'cap'] },
  unit_amount: { needs: ['amounts'], may: ['units', 'goods', 'cap'] },
  line_amount: { needs: ['amounts'], may: ['goods', 'cap'] },
  cheapest: { needs: ['units', 'percent'], may: ['goods', 'cap'] },
  buy_get: { needs: ['buy', 'get', 'percent'], may: ['times', 'goods', 'getGoods', 'cap'] },
  group_price: { needs: ['units', 'amounts'], may: ['times', 'goods', 'cap'] },
  gift: { needs: ['variant', 'units'], may: [] },
  delivery_percent: { needs: ['percent'], may: ['cap'] },
  delivery_amount: { needs: ['amounts'], may: [] },
}

type Amounts = Readonly<Record<string, number>>
type AmountsJson = readonly { readonly amount: number; readonly currency: string }[]

export function isBuildable(kind: unknown): kind is Buildable {
  return BUILDABLE.some((one) => one === kind)
}

const amountsOf = (list: AmountsJson | undefined): Amounts =>
  Object.fromEntries((list ?? []).map(({ amount, currency }) => [currency, amount]))

function listOf(amounts: unknown): { amount: number; currency: string }[] {
  return Object.entries((amounts ?? {}) as Amounts).map(([currency, amount]) => ({ amount, currency }))
}

type Goods = Extract<Action, { kind: 'line_percent' }>['goods']

/** A promotion as the form's fields have it. */
export function valuesOf({ terms, limits, ...promotion }: Promotion): Values {
  return { ...promotion, ...limits, ...valuesOfTerms(terms) }
}

/** What it gives, and when, alone. */
export function valuesOfTerms({ action, conditions = [], cap }: Terms): Values {
  const goods: Goods = 'goods' in action ? action.goods : undefined
  const find = <Kind extends Condition['kind']>(kind: Kind) =>
    conditions.find((one): one is Extract<Condition, { kind: Kind }> => isPlain(one) && one.kind === kind)
  return {
    kind: action.kind,
    ...tierValues('tiers' in action ? action.tiers : []),
    variant: 'variant' in action ? action.variant : '',
    percent: 'percent' in action ? action.percent : '',
    amounts: 'amounts' in action ? amountsOf(action.amounts) : {},
    units: 'units' in action ? action.units : undefined,
    buy: 'buy' in action ? action.buy : undefined,
    get: 'get' in action ? action.get : undefined,
    times: 'times' in action ? action.times : undefined,
    categories: goods?.categories ?? [],
    labels: goods?.labels ?? [],
    brands: goods?.brands ?? [],
    collections: goods?.collections ?? [],
    exceptCategories: goods?.except?.categories ?? [],
    notReduced: goods?.notReduced ?? false,
    getCategories: ('getGoods' in action ? action.getGoods?.categories : undefined) ?? [],
    getLabels: ('getGoods' in action ? action.getGoods?.labels : undefined) ?? [],
    cap: amountsOf(cap),
    subtotal: amountsOf(find('subtotal_at_least')?.amounts),
    subtotalMost: amountsOf(find('subtotal_at_most')?.amounts),
    minUnits: find('units_at_least')?.units,
    nthOrders: (find('nth_order')?.orders ?? []).map(String),
    methods: find('delivery_method')?.methods ?? [],
    countries: find('country')?.countries ?? [],
    markets: find('market')?.markets ?? [],
    channels: find('channel')?.channels ?? [],
    groups: find('customer_group')?.groups ?? [],
  }
}

/** Conditions that the form has a field for; those about some goods alone are kept as they are. */
function isPlain(condition: Condition): boolean {
  return !('goods' in condition && condition.goods !== undefined)
}

export const BLANK: Values = {
  names: { en: '' },
  code: '',
  needsCoupon: false,
  kind: 'order_percent',
  percent: '10',
  amounts: {},
  ...tierValues([]),
  variant: '',
  units: undefined,
  buy: 2,
  get: 1,
  times: undefined,
  categories: [],
  labels: [],
  brands: [],
  collections: [],
  exceptCategories: [],
  notReduced: false,
  getCategories: [],
  getLabels: [],
  cap: {},
  subtotal: {},
  subtotalMost: {},
  minUnits: undefined,
  nthOrders: [],
  methods: [],
  countries: [],
  markets: [],
  channels: [],
  groups: [],
  beginsAt: null,
  endsAt: null,
  mostUses: null,
  mostUsesOfCustomer: null,
  budget: null,
  priority: 0,
  stackingClass: 'usual',
  exclusive: false,
  nonetheless: '',
}

/** The other way round; of `before` is kept what the form has no field for. */
export function draftOf(values: Values, before: Terms | undefined): PromotionDraft {
  const numberOr = (value: unknown) => (typeof value === 'number' ? value : null)
  const instantOr = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const needsCoupon = values['needsCoupon'] === true
  return {
    code: String(values['code'] ?? '').toUpperCase(),
    names: values['names'] as PromotionDraft['names'],
    needsCoupon,
    beginsAt: instantOr(values['beginsAt']),
    endsAt: instantOr(values['endsAt']),
    terms: termsOf(values, before),
    limits: {
      mostUses: numberOr(values['mostUses']),
      mostUsesOfCustomer: needsCoupon ? numberOr(values['mostUsesOfCustomer']) : null,
      budget: (values['budget'] ?? null) as null,
    },
    priority: numberOr(values['priority']) ?? 0,
    stackingClass: String(values['stackingClass'] ?? 'usual'),
    exclusive: values['exclusive'] === true,
  }
}

/** Why it is saved although it collides: beside the promotion, never part of it. */
export function reasonOf(values: Values): { nonetheless?: string } {
  const reason = String(values['nonetheless'] ?? '').trim()
  return reason === '' ? {} : { nonetheless: reason }
}

function termsOf(values: Values, before: Terms | undefined): Terms {
  const { kind } = values
  if (!isBuildable(kind)) return { ...before, action: before!.action, conditions: conditionsOf(values, before) }
  const { needs, may } = PARTS[kind]
  const asked = [...needs, ...may]
  const cap = asked.includes('cap') ? listOf(values['cap']) : []
  const action = {
    kind,
    ...given(values, asked),
    ...(asked.includes('goods') ? goodsOf(values, before) : {}),
    ...(asked.includes('getGoods') ? getGoodsOf(values, before) : {}),
  }
  return {
    action: action as Action,
    conditions: conditionsOf(values, before),
    ...(cap.length > 0 ? { cap } : {}),
  }
}

function given(values: Values, asked: readonly string[]): object {
  const parts: Record<string, unknown> = {}
  if (asked.includes('percent')) parts['percent'] = values['percent']
  if (asked.includes('amounts')) parts['amounts'] = listOf(values['amounts'])
  if (asked.includes('tiers')) parts['tiers'] = tiersOf(values)
  if (asked.includes('variant')) parts['variant'] = values['variant']
  for (const name of ['units', 'buy', 'get', 'times']) {
    if (asked.includes(name) && typeof values[name] === 'number') parts[name] = values[name]
  }
  return parts
}

function goodsOf(values: Values, before: Terms | undefined): { goods?: Goods } {
  const kept: Goods = before && 'goods' in before.action ? before.action.goods : undefined
  const lists = { ...kept }
  for (const name of ['categories', 'labels', 'brands', 'collections'] as const) {
    const list = (values[name] ?? []) as string[]
    if (list.length > 0) lists[name] = list
    else delete lists[name]
  }
  const { categories: _categories, ...except } = { ...kept?.except }
  const excepted = (values['exceptCategories'] ?? []) as string[]
  if (excepted.length > 0) lists.except = { ...except, categories: excepted }
  else if (Object.keys(except).length > 0) lists.except = except
  else delete lists.except
  if (values['notReduced'] === true) lists.notReduced = true
  else delete lists.notReduced
  return Object.keys(lists).length > 0 ? { goods: lists } : {}
}

/** What may be had for less, where that is something else than what is bought. */
function getGoodsOf(values: Values, before: Terms | undefined): { getGoods?: Goods } {
  const lists: NonNullable<Goods> = { ...(before && 'getGoods' in before.action ? before.action.getGoods : undefined) }
  for (const [field, name] of [
    ['getCategories', 'categories'],
    ['getLabels', 'labels'],
  ] as const) {
    const list = (values[field] ?? []) as string[]
    if (list.length > 0) lists[name] = list
    else delete lists[name]
  }
  return Object.keys(lists).length > 0 ? { getGoods: lists } : {}
}

function conditionsOf(values: Values, before: Terms | undefined): Condition[] {
  const conditions = (before?.conditions ?? []).filter((one) => !isPlain(one))
  const list = (name: string) => (values[name] ?? []) as string[]
  const amounts = listOf(values['subtotal'])
  if (amounts.length > 0) conditions.push({ kind: 'subtotal_at_least', amounts })
  const most = listOf(values['subtotalMost'])
  if (most.length > 0) conditions.push({ kind: 'subtotal_at_most', amounts: most })
  if (typeof values['minUnits'] === 'number') conditions.push({ kind: 'units_at_least', units: values['minUnits'] })
  const orders = list('nthOrders').map(Number)
  if (orders.length > 0) conditions.push({ kind: 'nth_order', orders: orders.sort((a, b) => a - b) })
  if (list('markets').length > 0) conditions.push({ kind: 'market', markets: list('markets') })
  if (list('channels').length > 0) conditions.push({ kind: 'channel', channels: list('channels') })
  if (list('groups').length > 0) conditions.push({ kind: 'customer_group', groups: list('groups') })
  if (list('methods').length > 0) conditions.push({ kind: 'delivery_method', methods: list('methods') })
  if (list('countries').length > 0) conditions.push({ kind: 'country', countries: list('countries') })
  return conditions
}

/** By which field the form knows what a refusal calls by its path. */
export function nameOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('.')
  if (first === 'limits') return second === 'budget' ? 'budget' : second
  if (first !== 'terms') return path
  if (second === 'cap') return 'cap'
  if (second === 'conditions')
    return path.includes('amounts') ? 'subtotal' : path.includes('units') ? 'minUnits' : 'kind'
  if (third === 'tiers') return tierName(path)
  return third === 'goods' ? (path.split('.')[3] ?? 'categories') : third === '' ? 'kind' : third
}
