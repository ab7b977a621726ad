import { Type, type Static } from 'typebox'
import type { Context } from '../../../host/context.ts'
import { problemOf } from '../../../host/http/problem.ts'
import type { Call } from '../../../host/http/route.ts'
import { idSchema } from '../../../host/http/schemas.ts'
import { listIds } from '../../../host/lists/read-list.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { inLanguage } from '../queries/localised.ts'
import { productsList } from '../queries/products-list.ts'
import type { LeftOut } from '../use-cases/change-products.ts'

const MOST_NAMED = 1_000

/** Which products a change of many means: by their ids, or all that a list shows. */
export const bulkTarget = {
  ids: Type.Optional(Type.Array(idSchema, { minItems: 1, maxItems: MOST_NAMED, uniqueItems: true })),
  selection: Type.Optional(
    Type.Object(
      {
        filter: Type.Optional(Type.Array(Type.String({ maxLength: 300 }), { maxItems: 20 })),
        search: Type.Optional(Type.String({ maxLength: 200 })),
        zone: Type.Optional(Type.String({ maxLength: 60 })),
      },
      { additionalProperties: false, description: 'As GET /products takes it: everything that the list shows.' },
    ),
  ),
}

export const leftOutSchema = Type.Object({
  id: idSchema,
  title: Type.String(),
  code: Type.String(),
  detail: Type.String(),
  remedy: Type.String(),
})

const targetSchema = Type.Object(bulkTarget)

/** The ids that are meant; of a list that shows more than `most`, one more, which the use case refuses. */
export async function idsOf(
  ctx: Context,
  { ids, selection }: Static<typeof targetSchema>,
  { locale }: Call,
  most: number,
): Promise<Result<readonly string[]>> {
  if ((ids === undefined) === (selection === undefined)) {
    return hostRefusals.invalid_input({ field: 'ids', params: { rule: 'required' } })
  }
  if (ids !== undefined) return ok(ids)
  const filters = (selection?.filter ?? []).map((text, index) => ({ text, field: `selection.filter.${index}` }))
  const { search, zone } = selection ?? {}
  return listIds(ctx.tx, productsList, { locale, now: ctx.now, filters, search, zone }, most + 1)
}

export function presentLeftOut({ id, product, refusal }: LeftOut, { house, locale, requestId }: Call) {
  const { code, detail, remedy } = problemOf(refusal, house.translations.for(locale), requestId)
  return { id, title: product ? inLanguage(product.names, locale) : id, code, detail, remedy }
}
