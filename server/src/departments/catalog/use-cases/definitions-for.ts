import type { Context } from '../../../host/context.ts'
import { NO_DEFINITIONS, type Definitions } from '../domain/definitions.ts'
import type { Product, ProductDraft } from '../domain/product.ts'
import { loadDefinitions } from '../queries/definitions.ts'

/** What the shop defined, where a save of these products has to know it: plain ones cost no question. */
export async function definitionsFor(
  ctx: Pick<Context, 'tx'>,
  products: readonly (Partial<ProductDraft> | Product | undefined)[],
): Promise<Definitions> {
  const known = products.filter((product) => product !== undefined)
  if (!known.some(speaksOfDefinitions)) return NO_DEFINITIONS
  const ids = known.flatMap(({ makerId, responsibleId }) => [makerId, responsibleId]).filter(isThere)
  return loadDefinitions(ctx.tx, [...new Set(ids)])
}

function speaksOfDefinitions({ familyCode, attributes, makerId, variants }: Partial<ProductDraft> | Product): boolean {
  if (isThere(familyCode) || isThere(makerId)) return true
  const holders = [{ attributes }, ...(variants ?? [])]
  return holders.some((one) => Object.keys(one.attributes ?? {}).length > 0)
}

function isThere<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
