import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { shelfRefusals } from './shelf-refusals.ts'
import { together } from './together.ts'

/** `accessory` and `cross_sell` go with a product; `up_sell` (a better one) and `substitute` are bought instead of it. */
export const RELATED_KINDS = ['accessory', 'cross_sell', 'up_sell', 'substitute'] as const
export type RelatedKind = (typeof RELATED_KINDS)[number]

export interface Relation {
  readonly kind: RelatedKind
  readonly productId: string
  /** Holds for the page of the other one too. */
  readonly bothWays: boolean
}

export const MOST_RELATED = 24

/** Of all that is said of a product, kinds mixed; the order within a kind is the order on the page. */
export function checkRelations(
  productId: string,
  relations: readonly Relation[],
  known: ReadonlySet<string>,
): Result<void> {
  const flaws = [...countFlaws(relations), ...relations.flatMap((_, at) => flawOf(productId, { relations, known, at }))]
  return flaws.length > 0 ? together(flaws) : ok()
}

function countFlaws(relations: readonly Relation[]): Refused[] {
  return RELATED_KINDS.filter((kind) => relations.filter((one) => one.kind === kind).length > MOST_RELATED).map(() =>
    shelfRefusals.too_many_related({ field: 'relations', params: { max: MOST_RELATED } }),
  )
}

interface Looked {
  readonly relations: readonly Relation[]
  readonly known: ReadonlySet<string>
  readonly at: number
}

function flawOf(productId: string, { relations, known, at }: Looked): Refused[] {
  const one = relations[at]
  const field = `relations.${at}.productId`
  if (!one) return []
  if (one.productId === productId) return [shelfRefusals.related_to_itself({ field })]
  if (!known.has(one.productId)) return [shelfRefusals.unknown_related({ field })]
  const first = relations.findIndex(({ kind, productId: id }) => kind === one.kind && id === one.productId)
  return first < at ? [shelfRefusals.related_twice({ field })] : []
}

/** By kind, each in its order: how they are kept and compared. */
export function inKinds(relations: readonly Relation[]): Relation[] {
  return RELATED_KINDS.flatMap((kind) => relations.filter((one) => one.kind === kind))
}
