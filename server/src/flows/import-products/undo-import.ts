/**
 * Takes a whole import back, some hundred products a transaction, the last ones first: what it changed is set back where nobody
 * changed it since, what it made is taken out of the shop. Each transaction marks its products, so that it may be killed anywhere
 * and goes on from there, and nothing is set back twice.
 *
 * Rejected: to delete what was made. Orders, counts and the trail may speak of it, and a draft costs nothing.
 */
import {
  endUndo,
  findImport,
  isOfOthers,
  keepUndone,
  setBackImported,
  type ImportChange,
  type KeptChange,
  type SetBack,
} from '../../departments/catalog/index.ts'
import { loadOnHand, setStock } from '../../departments/inventory/index.ts'
import {
  listCostEntities,
  loadBasePrices,
  loadCosts,
  maySeeCosts,
  setCosts,
  setPrices,
} from '../../departments/pricing/index.ts'
import type { Context, House } from '../../host/context.ts'
import { currencyCode } from '../../kernel/currency.ts'
import { money, type Money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { ImportMeans } from './means.ts'

const CHUNK = 200

export interface Undone {
  readonly setBack: number
  /** Products of which something could not be set back. */
  readonly kept: number
}

type UndoMeans = Pick<ImportMeans, 'run' | 'onProgress' | 'stopAsked'>

export async function undoImportBy(means: UndoMeans, house: House, importId: string): Promise<Result<Undone>> {
  for (;;) {
    const record = await findImport(house.database, importId)
    const total = record ? record.created + record.changed : 0
    const done = record ? record.undone + record.keptBack : 0
    means.onProgress(done, total)
    if (!record || record.state !== 'undoing' || (await means.stopAsked()))
      return ok({ setBack: record?.undone ?? 0, kept: record?.keptBack ?? 0 })
    const { currency, location } = record
    const place = { currency: currencyCode(currency ?? 'EUR'), location: location ?? '' }
    const step = await means.run((ctx) => undoChunk(ctx, importId, place))
    if (!step.ok) return step
  }
}

interface Place {
  readonly currency: ReturnType<typeof currencyCode>
  readonly location: string
}

async function undoChunk(ctx: Context, importId: string, place: Place): Promise<Result<number>> {
  const back = await setBackImported(ctx, { importId, limit: CHUNK })
  if (!back.ok) return back
  if (back.value.length === 0) endUndo(ctx, importId)
  else {
    const prices = await setBackPrices(ctx, back.value, place)
    if (!prices.ok) return prices
    const costs = await setBackCosts(ctx, back.value, place)
    if (!costs.ok) return costs
    const stock = await setBackStock(ctx, back.value, place)
    if (!stock.ok) return stock
    const products = back.value.map(({ record: { number }, kept }) => {
      const others = [...prices.value, ...costs.value, ...stock.value]
        .filter((one) => one.number === number)
        .map(({ change }) => change)
      return { number, kept: [...kept, ...others] }
    })
    keepUndone(ctx, importId, products)
  }
  return ok(back.value.length)
}

/** A change of a variant's price, cost or stock, and whose. */
interface OfVariant {
  readonly number: number
  readonly variantId: string
  readonly change: ImportChange
}

interface KeptOf {
  readonly number: number
  readonly change: KeptChange
}

function changesOf(back: readonly SetBack[], begins: 'price.' | 'cost.' | 'stock.'): OfVariant[] {
  return back.flatMap(({ record: { number, differences }, variantIds }) =>
    differences
      .filter((change) => isOfOthers(change) && change.field.startsWith(begins))
      .map((change) => ({ number, variantId: variantIds[change.sku ?? ''] ?? '', change })),
  )
}

const keptFor =
  (reason: KeptChange['reason']) =>
  ({ number, change }: OfVariant): KeptOf => ({ number, change: { ...change, reason } })

/** A price that was none before stays: of a variant that nobody can buy any more nobody reads it. */
async function setBackPrices(ctx: Context, back: readonly SetBack[], { currency }: Place): Promise<Result<KeptOf[]>> {
  const changes = changesOf(back, 'price.').filter(
    ({ change }) => change.field !== 'price.amount' || change.before !== null,
  )
  const now = await loadBasePrices(
    ctx.tx,
    [...new Set(changes.map(({ variantId }) => variantId))].filter(Boolean),
    currency,
  )
  const valueNow = ({ variantId, change: { field } }: OfVariant) => {
    const price = now.get(variantId)
    const value = field === 'price.amount' ? price?.amount : price?.compareAt
    return value === undefined || value === null ? null : Number(value)
  }
  const going = changes.filter((one) => valueNow(one) === one.change.after && now.has(one.variantId))
  const byVariant = Map.groupBy(going, ({ variantId }) => variantId)
  const prices = [...byVariant].map(([variantId, own]) => {
    const before = (field: string, value: bigint | null | undefined) => {
      const change = own.find((one) => one.change.field === field)?.change
      return change ? (change.before === null ? undefined : BigInt(change.before as number)) : (value ?? undefined)
    }
    const amount = before('price.amount', now.get(variantId)?.amount) ?? 0n
    const compareAt = before('price.compareAt', now.get(variantId)?.compareAt)
    return {
      variantId,
      currency,
      amount,
      compareAt: compareAt !== undefined && compareAt > amount ? compareAt : undefined,
    }
  })
  const set = await setPrices(ctx, prices)
  if (!set.ok) return set
  return ok(changes.filter((one) => !going.includes(one)).map(keptFor('changed_since')))
}

/** What had no cost has none again. Who may not see costs leaves them. */
async function setBackCosts(ctx: Context, back: readonly SetBack[], { currency }: Place): Promise<Result<KeptOf[]>> {
  const changes = changesOf(back, 'cost.')
  if (changes.length === 0) return ok([])
  if (!maySeeCosts(ctx.actor)) return ok(changes.map(keptFor('refused')))
  const [entity] = await listCostEntities(ctx.tx)
  const variantIds = changes.map(({ variantId }) => variantId).filter(Boolean)
  const now = entity ? await loadCosts(ctx.tx, { variantIds, entityId: entity.id }) : new Map<string, Money>()
  const isAsImported = ({ variantId, change }: OfVariant) => {
    const cost = now.get(variantId)
    return cost?.currency === currency && Number(cost.amount) === change.after
  }
  const [going, kept] = [changes.filter(isAsImported), changes.filter((one) => !isAsImported(one))]
  const set = await setCosts(
    ctx,
    going.map(({ variantId, change: { before } }) => ({
      variantId,
      cost: before === null ? undefined : money(BigInt(before as number), currency),
    })),
  )
  return set.ok ? ok(kept.map(keptFor('changed_since'))) : set
}

/** What was sold or counted since is not undone by us. */
async function setBackStock(ctx: Context, back: readonly SetBack[], { location }: Place): Promise<Result<KeptOf[]>> {
  const changes = changesOf(back, 'stock.')
  const now = await loadOnHand(ctx.tx, changes.map(({ variantId }) => variantId).filter(Boolean), location)
  const going = changes.filter(({ variantId, change }) => Number(now.get(variantId) ?? -1) === change.after)
  let kept = changes.filter((one) => !going.includes(one)).map(keptFor('changed_since'))
  let left = going
  for (;;) {
    const counts = left.map(({ variantId, change }) => ({
      variantId,
      locationCode: location,
      quantity: Number(change.before ?? 0),
    }))
    const set = await setStock(ctx, counts, { cause: 'import' })
    if (set.ok) return ok(kept)
    // Promised to an order since: it stays as it is.
    const at = Number(set.refusal.field?.split('.')[1] ?? Number.NaN)
    const one = left[at]
    if (set.refusal.code !== 'inventory.below_reserved' || one === undefined) return set
    kept = [...kept, keptFor('refused')(one)]
    left = left.filter((other) => other !== one)
  }
}
