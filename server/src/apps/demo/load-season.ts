import { findProductByHandle, listCategories } from '../../departments/catalog/index.ts'
import { listStaff } from '../../departments/people/index.ts'
import {
  closeWindow,
  createPlan,
  hasPlans,
  nextHoliday,
  type PlanKind,
  type PlanTime,
} from '../../departments/work/index.ts'
import { runCommand, system, type House } from '../../host/context.ts'
import { addDays, localDateIn, startOfDay, type LocalDate } from '../../kernel/time.ts'
import { demand } from '../demand.ts'

const ZONE = 'Europe/Rome'
const HOUR_MS = 3_600_000

interface SeasonPlan {
  readonly kind: PlanKind
  readonly title: string
  /** Whose it is. */
  readonly role: string
  /** Days from today, both counted in; or a number of hours from the midnight of the first. */
  readonly from: number
  readonly to: number
  readonly hours?: readonly [number, number]
  readonly markets?: readonly string[]
  readonly locations?: readonly string[]
  readonly products?: readonly string[]
  readonly categories?: readonly string[]
  readonly note?: string
}

/** A few weeks of Bottega Laguna, in which departments get in each other's way as they do. */
const SEASON: readonly SeasonPlan[] = [
  {
    kind: 'promotion',
    title: 'Black Friday on clothes',
    role: 'marketer',
    from: 4,
    to: 8,
    markets: ['it', 'eu'],
    categories: ['clothing'],
  },
  {
    kind: 'price_list',
    title: 'Winter prices for dresses',
    role: 'merchandiser',
    ...{ from: 6, to: 40, markets: ['it'], categories: ['dresses'] },
    note: 'Agreed with the owner in October; printed on the labels already.',
  },
  {
    kind: 'campaign',
    title: 'Warm hats for the lagoon',
    role: 'marketer',
    from: 9,
    to: 22,
    products: ['cable-hat', 'bobble-hat', 'chunky-beanie'],
  },
  { kind: 'campaign', title: 'A table for Christmas', role: 'marketer', from: 10, to: 30, categories: ['table'] },
  {
    kind: 'stocktake',
    title: 'Yearly count: table and glass',
    role: 'picker',
    from: 11,
    to: 11,
    locations: ['venezia'],
    categories: ['table'],
  },
  { kind: 'release', title: 'New pages for gifts', role: 'it', from: 3, to: 3, hours: [6, 7] },
  { kind: 'closing', title: 'Month end', role: 'accountant', from: 10, to: 10, hours: [16, 18] },
  {
    kind: 'transfer',
    title: 'Scarves to Jakarta',
    role: 'buyer',
    from: 15,
    to: 17,
    locations: ['venezia', 'jakarta'],
    products: ['silk-scarf'],
  },
  {
    kind: 'supplier_delivery',
    title: 'Notebooks from Fabriano',
    role: 'buyer',
    from: 5,
    to: 5,
    locations: ['venezia'],
    products: ['marbled-notebook'],
  },
  { kind: 'holiday', title: 'The shop rests', role: 'owner', from: 40, to: 42 },
]

/** Makes the season, once; each plan in a transaction of its own, so that its collisions are told as people's are. */
export async function loadSeason(house: House): Promise<void> {
  if (await hasPlans(house.database)) return
  const { items } = demand(await listStaff(house.database, { limit: 100 }))
  const ownerOf = (role: string) =>
    items.find(({ roles, endedAt }) => roles.includes(role) && endedAt === null)?.id ?? items[0]?.id ?? ''
  const today = localDateIn(house.clock.now(), ZONE)
  const feast = nextHoliday('IT', addDays(today, 2))
  const away = Math.round((Date.parse(feast) - Date.parse(today)) / (24 * HOUR_MS))
  const plans: readonly SeasonPlan[] = [
    ...SEASON,
    {
      kind: 'supplier_delivery',
      title: 'Glass from Murano',
      role: 'buyer',
      from: away,
      to: away,
      markets: ['it'],
      locations: ['venezia'],
    },
    {
      kind: 'launch',
      title: 'Wall calendar of the new year',
      role: 'merchandiser',
      from: away,
      to: away + 2,
      markets: ['it'],
      products: ['wall-calendar-2027'],
    },
  ]
  for (const plan of plans) await make(house, plan, { today, ownerId: ownerOf(plan.role) })
  await freezePrices(house, today, ownerOf('owner'))
}

async function make(
  house: House,
  plan: SeasonPlan,
  { today, ownerId }: { today: LocalDate; ownerId: string },
): Promise<void> {
  const { kind, title, markets = [], locations = [], note = '' } = plan
  const found = await Promise.all(
    (plan.products ?? []).map((handle) =>
      findProductByHandle(house.database, handle, { locale: 'en', publishedOnly: true }),
    ),
  )
  const products = found.flatMap((product) => (product ? [{ id: product.id, title: product.name }] : []))
  const tree = await listCategories(house.database, { locale: 'en' })
  const categories = tree
    .filter(({ handle }) => plan.categories?.includes(handle))
    .map(({ id, name }) => ({ id, title: name }))
  const wish = {
    kind,
    title,
    note,
    markets,
    locations,
    products,
    categories,
    path: null,
    unitId: null,
    time: timeOf(plan, today),
  }
  const how = { ownerId, plans: house.ports?.plans ?? { sources: [], rules: [] } }
  demand(await runCommand(house, { actor: system('demo') }, (ctx) => createPlan(ctx, wish, how)))
}

function timeOf({ from, to, hours }: SeasonPlan, today: LocalDate): PlanTime {
  const [fromOn, toOn] = [addDays(today, from), addDays(today, to)]
  if (!hours) return { allDay: true, fromOn, toOn, zone: ZONE }
  const at = (hour: number) => new Date(startOfDay(fromOn, ZONE).getTime() + hour * HOUR_MS)
  return { allDay: false, startsAt: at(hours[0]), endsAt: at(hours[1]), zone: ZONE }
}

/** While people compare prices, prices stay; the list of winter prices, planned before, lies inside. */
async function freezePrices(house: House, today: LocalDate, madeBy: string): Promise<void> {
  const window = {
    reason: 'Black Friday: prices stay as they are shown',
    startsAt: startOfDay(addDays(today, 5), ZONE),
    endsAt: startOfDay(addDays(today, 9), ZONE),
    acts: ['pricing.change_price'],
    markets: ['it'],
    locations: [],
  }
  const acts = (house.ports?.acts ?? []).map(({ act }) => act)
  if (!acts.includes('pricing.change_price')) return
  demand(await runCommand(house, { actor: system('demo') }, (ctx) => closeWindow(ctx, window, { madeBy, acts })))
}
