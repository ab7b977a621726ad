import { newToken } from '../../../host/auth/tokens.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import {
  MOST_AT_ONCE,
  planBulk,
  stepTo,
  UNDO_HOURS,
  type BulkAction,
  type BulkStep,
  type BulkValues,
  type Judging,
} from '../domain/plan-bulk.ts'
import type { Product } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { listCategories } from '../queries/list-categories.ts'
import {
  forgetBulkChanges,
  insertBulkChange,
  lockBulkChange,
  lockProducts,
  markUndone,
  readProducts,
  type ChangedProduct,
} from '../store/bulk-changes.ts'
import { loadNeeds } from '../queries/publication-settings.ts'
import { definitionsFor } from './definitions-for.ts'
import { weighPublication } from './weigh-publication.ts'
import { writePlan } from './write-plan.ts'

export interface BulkInput {
  readonly ids: readonly string[]
  readonly action: BulkAction
  /** Only tell what would happen. */
  readonly dryRun: boolean
  /** Whether the caller may put products into the shop and take them out, beside changing them. */
  readonly mayPublish: boolean
}

export interface BulkExample {
  readonly product: Product
  readonly before: BulkValues
  readonly after: BulkValues
}

export interface LeftOut {
  readonly id: string
  readonly product: Product | undefined
  readonly refusal: Refusal
}

export interface BulkOutcome {
  readonly count: number
  readonly changes: number
  readonly unchanged: number
  readonly examples: readonly BulkExample[]
  readonly leftOut: readonly LeftOut[]
  /** Null where nothing was changed. */
  readonly undo: { readonly token: string; readonly until: Date } | null
}

const EXAMPLES = 5
const UNDO_MS = UNDO_HOURS * 3_600_000

/**
 * One change to many products, in one transaction. Each is judged as if it were changed alone: those that refuse are left out
 * and named, the others go ahead; each has its own version, event and audit entry. What stood there before is kept for a day.
 */
export async function changeProducts(
  ctx: Context,
  { ids, action, dryRun, mayPublish }: BulkInput,
): Promise<Result<BulkOutcome>> {
  if (!mayPublish && isPublication(action.action)) return refusals.publishing_not_allowed()
  if (ids.length > MOST_AT_ONCE) return refusals.bulk_too_many({ params: { limit: MOST_AT_ONCE } })
  const known = await knowsCategory(ctx, action)
  if (!known.ok) return known
  const wanted = [...new Set(ids)]
  const products = await (dryRun ? readProducts(ctx, wanted) : lockProducts(ctx, wanted))
  const judging = await judgingFor(ctx, products)
  const steps = planBulk(products, action, judging)
  const admitted = dryRun ? ok() : await weighPublication(ctx, steps.flatMap(stateStep))
  if (!admitted.ok) return admitted
  const { examples, changed, leftOut, unchanged } = carryOut(ctx, steps, { dryRun, judging })
  const found = new Set(products.map((product) => product.id as string))
  const missing = wanted.filter((id) => !found.has(id))
  const nowhere = missing.map((id) => ({ id, product: undefined, refusal: refusals.product_not_found().refusal }))
  const undo = dryRun || changed.length === 0 ? null : keepUndo(ctx, action, changed)
  if (!dryRun) await ctx.tx.flush()
  return ok({
    count: wanted.length,
    changes: changed.length,
    unchanged,
    examples,
    leftOut: [...leftOut, ...nowhere],
    undo,
  })
}

export interface UndoOutcome {
  readonly restored: number
  readonly leftOut: readonly LeftOut[]
}

/** Puts back what a change of many replaced, wherever nobody has changed the product since; the others are named. Once. */
export async function undoBulkChange(ctx: Context, token: string, mayPublish: boolean): Promise<Result<UndoOutcome>> {
  const kept = await lockBulkChange(ctx, token, new Date(ctx.now.getTime() - UNDO_MS))
  if (!kept) return refusals.undo_gone()
  if (!mayPublish && isPublication(kept.action)) return refusals.publishing_not_allowed()
  const byId = new Map(kept.changed.map((one) => [one.id, one]))
  const products = await lockProducts(ctx, [...byId.keys()])
  const same = products.filter((product) => product.version === byId.get(product.id)?.version)
  const since = products.filter((product) => product.version !== byId.get(product.id)?.version)
  const judging = await judgingFor(ctx, same)
  const steps = same.map((product) => stepTo(product, byId.get(product.id)?.before ?? {}, judging))
  const admitted = await weighPublication(ctx, steps.flatMap(stateStep))
  if (!admitted.ok) return admitted
  const { changed, leftOut } = carryOut(ctx, steps, { dryRun: false, judging })
  markUndone(ctx, token)
  await ctx.tx.flush()
  const changedSince = since.map((product) => ({
    id: product.id,
    product,
    refusal: refusals.changed_since({ params: { version: product.version } }).refusal,
  }))
  return ok({ restored: changed.length, leftOut: [...leftOut, ...changedSince] })
}

function isPublication(action: BulkAction['action']): boolean {
  return action === 'publish' || action === 'unpublish'
}

function stateStep(step: BulkStep) {
  if ('refused' in step) return []
  const { id, handle, state: before } = step.product
  return [{ id, handle, before, after: step.plan.after.state }]
}

interface Done {
  readonly examples: BulkExample[]
  readonly changed: ChangedProduct[]
  readonly leftOut: LeftOut[]
  unchanged: number
}

async function judgingFor(ctx: Context, products: readonly Product[]): Promise<Judging> {
  const ids = products.map(({ id }) => id)
  const [definitions, needsOf] = await Promise.all([definitionsFor(ctx, products), loadNeeds(ctx.tx, ids, ctx.now)])
  return { definitions, needsOf }
}

interface Carrying {
  readonly dryRun: boolean
  readonly judging: Judging
}

function carryOut(ctx: Context, steps: readonly BulkStep[], { dryRun, judging: { definitions } }: Carrying): Done {
  const done: Done = { examples: [], changed: [], leftOut: [], unchanged: 0 }
  for (const step of steps) {
    const { product } = step
    if ('refused' in step) done.leftOut.push({ id: product.id, product, refusal: step.refused.refusal })
    else if (step.plan.differences.length === 0) done.unchanged += 1
    else {
      const version = dryRun ? product.version : writePlan(ctx, product, { plan: step.plan, definitions }).version
      done.changed.push({ id: product.id, version, before: step.before })
      if (done.examples.length < EXAMPLES) done.examples.push({ product, before: step.before, after: step.after })
    }
  }
  return done
}

async function knowsCategory(ctx: Context, action: BulkAction): Promise<Result<void>> {
  if (action.action !== 'set-category' || action.categoryId === null) return ok()
  const categories = await listCategories(ctx.tx, { locale: 'en' })
  const known = categories.some((category) => category.id === action.categoryId)
  return known ? ok() : refusals.unknown_category({ field: 'value' })
}

function keepUndo(ctx: Context, { action }: BulkAction, changed: readonly ChangedProduct[]) {
  const token = newToken()
  forgetBulkChanges(ctx, new Date(ctx.now.getTime() - UNDO_MS))
  insertBulkChange(ctx, { token, action, changed })
  return { token, until: new Date(ctx.now.getTime() + UNDO_MS) }
}
