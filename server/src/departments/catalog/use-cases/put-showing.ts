import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Refusal, type Refused, type Result } from '../../../kernel/result.ts'
import type { Definitions } from '../domain/definitions.ts'
import { placeRefusal } from '../domain/judge-publication.ts'
import type { Product } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import {
  EVERYWHERE,
  newlyShown,
  sameShowing,
  soundShowing,
  withPlaces,
  type PlaceDraft,
  type Places,
  type Showing,
  type ShowingDraft,
} from '../domain/showing.ts'
import { productChanged } from '../events.ts'
import { readPublicationRule } from '../queries/publication-settings.ts'
import { findShowing, listPlaces, loadShowings, type SavedShowing } from '../queries/showings.ts'
import { lockProducts, readProducts } from '../store/bulk-changes.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { lockProduct } from '../store/locks.ts'
import { writeShowings, type ShowingToWrite } from '../store/showings.ts'
import type { LeftOut } from './change-products.ts'
import { definitionsFor } from './definitions-for.ts'
import { weighShowings } from './weigh-publication.ts'

export interface ShowingToPut {
  readonly productId: string
  readonly showing: ShowingDraft
  /** The one that the person saw; 0 where nobody had said anything yet. */
  readonly version: number | undefined
}

/**
 * Says where a product is shown and when. What is shown anew, or longer than before, is publishing: it asks for the same rules as the
 * button does. A draft is shown nowhere until it is published, and then where this says.
 */
export async function putShowing(
  ctx: Context,
  { productId, showing: draft, version }: ShowingToPut,
): Promise<Result<{ readonly version: number }>> {
  const product = await lockProduct(ctx, productId)
  if (!product) return refusals.product_not_found()
  if (version === undefined) return hostRefusals.version_required({ field: 'If-Match' })
  const [saved, places] = await Promise.all([findShowing(ctx.tx, productId), listPlaces(ctx.tx)])
  const expected = expectVersion(saved.version, version)
  if (!expected.ok) return expected
  const showing = soundShowing(draft, places)
  if (!showing.ok) return showing
  if (sameShowing(saved.showing, showing.value)) return ok({ version: saved.version })
  const judging = await judgingFor(ctx, [product], places)
  const step = judge({ product, saved, after: showing.value }, judging)
  if (!step.ok) return step
  const admitted = await weighShowings(ctx, [step.value])
  if (!admitted.ok) return admitted
  write(ctx, [step.value])
  return ok({ version: step.value.version })
}

export const MOST_PLACED = 1_000

export interface PlacesOfMany {
  readonly ids: readonly string[]
  readonly channels: readonly string[]
  readonly markets: readonly string[]
  readonly shown: boolean
  /** By the clock of each market. */
  readonly begins: string | null
  readonly ends: string | null
  /** Only tell what would happen. */
  readonly dryRun: boolean
}

export interface PlacedMany {
  readonly count: number
  readonly changes: number
  readonly leftOut: readonly LeftOut[]
}

/** The same places of many products at once, in one transaction and as one act; those that refuse are left out and named. */
export async function placeProducts(ctx: Context, wish: PlacesOfMany): Promise<Result<PlacedMany>> {
  const ids = [...new Set(wish.ids)]
  if (ids.length > MOST_PLACED) return refusals.bulk_too_many({ params: { limit: MOST_PLACED } })
  const [products, places] = await Promise.all([
    wish.dryRun ? readProducts(ctx, ids) : lockProducts(ctx, ids),
    listPlaces(ctx.tx),
  ])
  const drafts = draftsOf(wish)
  // What is wrong with the wish is wrong for all: told once, at its field.
  const sound = soundShowing({ elsewhere: !wish.shown, places: drafts }, places)
  if (!sound.ok) return { ok: false, refusal: atField(sound.refusal) }
  const showings = await loadShowings(ctx.tx, ids)
  const judging = await judgingFor(ctx, products, places)
  const judged = products.map((product) => {
    const saved = showings.get(product.id) ?? { showing: EVERYWHERE, version: 0 }
    const after = soundShowing(withPlaces(saved.showing, drafts), places)
    if (!after.ok) return { product, step: after }
    return {
      product,
      step: sameShowing(saved.showing, after.value)
        ? undefined
        : judge({ product, saved, after: after.value }, judging),
    }
  })
  const steps = judged.flatMap(({ step }) => (step?.ok ? [step.value] : []))
  const found = new Set<string>(products.map(({ id }) => id))
  const gone = refusals.product_not_found().refusal
  const leftOut = [
    ...judged.flatMap(({ product, step }) =>
      step && !step.ok ? [{ id: product.id, product, refusal: step.refusal }] : [],
    ),
    ...ids.filter((id) => !found.has(id)).map((id) => ({ id, product: undefined, refusal: gone })),
  ]
  if (!wish.dryRun) {
    const admitted = await weighShowings(ctx, steps)
    if (!admitted.ok) return admitted
    write(ctx, steps)
  }
  return ok({ count: ids.length, changes: steps.length, leftOut })
}

function draftsOf({ channels, markets, shown, begins, ends }: PlacesOfMany): PlaceDraft[] {
  return channels.flatMap((channel) => markets.map((market) => ({ channel, market, shown, begins, ends })))
}

/** `places.0.begins` is the wish's `begins`; of a place nobody knows, its market. */
function atField({ others: _others, ...refusal }: Refusal): Refusal {
  const [, , part] = (refusal.field ?? '').split('.')
  return { ...refusal, field: part ?? 'markets' }
}

interface Judging {
  readonly known: Places
  readonly now: Date
  readonly definitions: Definitions
  /** In per cent, where the shop judges each place; else 0. */
  readonly percent: number
}

async function judgingFor(ctx: Context, products: readonly Product[], known: Places): Promise<Judging> {
  const [definitions, rule] = await Promise.all([definitionsFor(ctx, products), readPublicationRule(ctx.tx)])
  return { known, now: ctx.now, definitions, percent: rule.judgesPlaces ? rule.percent : 0 }
}

interface Step extends ShowingToWrite {
  readonly product: Product
  readonly before: Showing
  readonly markets: readonly string[]
}

/** What is in the shop already stays where it is; a place that it comes into asks how complete it is for that place. */
function judge(
  { product, saved, after }: { readonly product: Product; readonly saved: SavedShowing; readonly after: Showing },
  { known, now, definitions, percent }: Judging,
): Result<Step> {
  const fresh = newlyShown(saved.showing, after, { known, now })
  const languages = new Map(known.markets.map(({ code, language }) => [code, language]))
  const places = fresh.map((place) => ({ ...place, language: languages.get(place.market) ?? '' }))
  const unfit: Refused | undefined =
    product.state === 'published' && percent > 0
      ? placeRefusal(product, definitions, { inPlaces: { percent, places } })
      : undefined
  if (unfit) return unfit
  const markets = [...new Set(fresh.map(({ market }) => market))]
  return ok({
    product,
    productId: product.id,
    before: saved.showing,
    showing: after,
    version: saved.version + 1,
    markets,
  })
}

function write(ctx: Context, steps: readonly Step[]): void {
  writeShowings(ctx, steps)
  for (const { product, before, showing } of steps) {
    ctx.audit({
      action: 'catalog:place',
      objectType: 'product',
      objectId: product.id,
      changes: changesOf(before, showing),
    })
    ctx.emit(productChanged(product))
  }
  if (steps.length > 0) markCatalogChanged(ctx)
}

/** One field for each place: `places.web.it`; no, yes, or between two times of the market's clock. */
function changesOf(before: Showing, after: Showing) {
  const wordsOf = ({ shown, begins, ends }: PlaceDraft) =>
    begins === null && ends === null ? shown : `${begins ?? '…'} – ${ends ?? '…'}`.replaceAll('T', ' ')
  const keys = [...new Set([...before.places, ...after.places].map(({ channel, market }) => `${channel}.${market}`))]
  const said = (showing: Showing, key: string) => {
    const place = showing.places.find(({ channel, market }) => `${channel}.${market}` === key)
    return place ? wordsOf(place) : null
  }
  return [
    ...(before.elsewhere === after.elsewhere
      ? []
      : [{ field: 'shownElsewhere', before: before.elsewhere, after: after.elsewhere }]),
    ...keys
      .map((key) => ({ field: `places.${key}`, before: said(before, key), after: said(after, key) }))
      .filter((change) => change.before !== change.after),
  ]
}
