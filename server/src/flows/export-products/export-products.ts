/**
 * Writes products as rows of a file, some hundred at a time in the order of their handles: each batch is one query of the catalogue, one of
 * pricing and one of inventory, so that a shop of any size is written without holding it, or a connection, for as long as somebody downloads.
 *
 * Rejected: one snapshot for the whole file. What changes meanwhile stands in the file once, before or after its change, and each
 * product is whole; a connection held for minutes costs the shop more than that.
 */
import { listProductsOfFile } from '../../departments/catalog/index.ts'
import { loadOnHand } from '../../departments/inventory/index.ts'
import { listCostEntities, loadBasePrices, loadCosts } from '../../departments/pricing/index.ts'
import type { House } from '../../host/context.ts'
import type { Money } from '../../kernel/money.ts'
import { fondacoForm } from './forms/fondaco.ts'
import { liveVariants, type Form, type FormSettings, type ProductToTell } from './forms/form.ts'
import { shopifyForm } from './forms/shopify.ts'

export const EXPORT_FORMS = ['fondaco', 'shopify'] as const
export type ExportForm = (typeof EXPORT_FORMS)[number]

const FORMS: Readonly<Record<ExportForm, Form>> = { fondaco: fondacoForm, shopify: shopifyForm }
const BATCH = 200

export interface FileToWrite {
  readonly form: ExportForm
  readonly settings: FormSettings
  readonly locationCode: string
  /** In their order; all products unless told. */
  readonly handles?: readonly string[] | undefined
}

/** The rows of the file, its headings first; a batch at a time. */
export async function* rowsOfFile(
  { database }: Pick<House, 'database'>,
  { form, settings, locationCode, handles }: FileToWrite,
): AsyncGenerator<readonly (readonly string[])[]> {
  yield [FORMS[form].headings(settings)]
  const [entity] = settings.costs ? await listCostEntities(database) : []
  let after = ''
  for (let from = 0; handles === undefined || from < handles.length; from += BATCH) {
    const asked = { handles: handles?.slice(from, from + BATCH), after, limit: BATCH }
    const products = await listProductsOfFile(database, asked)
    const ids = products.flatMap((product) => liveVariants(product).map(({ id }) => id))
    const [prices, onHand, costs] = await Promise.all([
      loadBasePrices(database, ids, settings.currency),
      settings.stock ? loadOnHand(database, ids, locationCode) : new Map<string, bigint>(),
      entity ? loadCosts(database, { variantIds: ids, entityId: entity.id }) : new Map<string, Money>(),
    ])
    yield products.flatMap((product): readonly (readonly string[])[] => {
      const told: ProductToTell = { product, prices, onHand, costs }
      return FORMS[form].rows(told, settings)
    })
    after = products.at(-1)?.handle ?? after
    if (handles === undefined && products.length < BATCH) return
  }
}
