import { Type } from 'typebox'
import { permissionsOf, scopeOf } from '../../../host/actor.ts'
import { runCommand } from '../../../host/context.ts'
import { fileAnswerSchema } from '../../../host/http/file-answer.ts'
import { query, type Call, type Route } from '../../../host/http/route.ts'
import { idSchema } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { EXPORT_FORMS } from '../export-products.ts'
import { writeProductFile } from '../jobs/write-file.ts'

const MOST_IDS = 200
const STOCK = 'inventory:read'
const COSTS = 'pricing:costs'

const exportQuery = Type.Object({
  form: Type.Enum([...EXPORT_FORMS], {
    description: 'Of Fondaco, which says all and is read again without a loss, or of Shopify.',
  }),
  format: Type.Optional(Type.Enum(['csv', 'xlsx'], { default: 'csv' })),
  stock: Type.Optional(Type.Boolean({ description: `With the stock of the location; needs ${STOCK}.` })),
  costs: Type.Optional(Type.Boolean({ description: `With what goods cost the house; needs ${COSTS}.` })),
  currency: Type.Optional(
    Type.String({ pattern: '^[A-Z]{3}$', description: "Of the prices; the first market's unless told." }),
  ),
  location: Type.Optional(
    Type.String({ maxLength: 100, description: "Of the stock; the first market's unless told." }),
  ),
  ids: Type.Optional(Type.Array(idSchema, { minItems: 1, maxItems: MOST_IDS, description: 'These alone.' })),
  filter: Type.Optional(
    Type.Array(Type.String({ maxLength: 300 }), {
      maxItems: 20,
      description: 'As GET /products takes it: what the list shows.',
    }),
  ),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  zone: Type.Optional(Type.String({ maxLength: 60 })),
  bom: Type.Optional(Type.Boolean({ description: 'Begin with a byte order mark, by which Excel knows UTF-8.' })),
})

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/product-exports',
    operationId: 'exportProductFile',
    summary: 'Products with their prices as a file that a shop can import',
    description:
      'In the order of their handles, written while it is sent; XLSX up to 50,000 rows. Importing the file into an empty shop with the same attributes and families gives a shop that writes the same file. Each export is in the audit trail.',
    permission: 'catalog:read',
    own: 'any',
    rateLimit: { perMinute: 30 },
    sendsFile: true,
    query: exportQuery,
    response: fileAnswerSchema,
    answer: async (call, { query: asked }) => {
      const { form, format = 'csv', stock = false, costs = false, currency, location, ids, bom } = asked
      if (stock && !permissionsOf(call.actor).has(STOCK))
        return hostRefusals.not_allowed({ params: { permission: STOCK } })
      if (costs && !permissionsOf(call.actor).has(COSTS))
        return hostRefusals.not_allowed({ params: { permission: COSTS } })
      const { filter = [], search, zone } = asked
      const selection =
        filter.length === 0 && search === undefined
          ? undefined
          : {
              locale: call.locale,
              now: call.house.clock.now(),
              filters: filter.map((text, index) => ({ text, field: `filter.${index}` })),
              search,
              zone,
              scope: scopeOf(call.actor),
            }
      const file = await writeProductFile(call.house, {
        ...{ form, format, stock, costs, currency, location, ids, selection, bom },
      })
      if (file.ok) await keepTrace(call, { form, format, stock, costs })
      return file
    },
  }),
]

/** Who took the products away in a file. */
async function keepTrace(
  { house, actor, requestId }: Call,
  facts: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  await runCommand(house, { actor, requestId }, async (ctx) => {
    const changes = Object.entries(facts).map(([field, after]) => ({ field, after }))
    ctx.audit({ action: 'catalog:read', objectType: 'export', objectId: 'product-file', changes })
    return ok()
  })
}
