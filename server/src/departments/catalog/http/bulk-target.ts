import { Type, type Static } from 'typebox'
import type { Context } from '../../../host/context.ts'
import { problemOf } from '../../../host/http/problem.ts'
import type { Call } from '../../../host/http/route.ts'
import { idSchema } from '../../../host/http/schemas.ts'
import { idsOfMeant, meantBody } from '../../../host/lists/meant-rows.ts'
import { inLanguage } from '../queries/localised.ts'
import { productsList } from '../queries/products-list.ts'
import type { LeftOut } from '../use-cases/change-products.ts'

const MOST_NAMED = 1_000

/** Which products a change of many means. */
export const bulkTarget = meantBody('/products', MOST_NAMED)

export const leftOutSchema = Type.Object({
  id: idSchema,
  title: Type.String(),
  code: Type.String(),
  detail: Type.String(),
  remedy: Type.String(),
})

const targetSchema = Type.Object(bulkTarget)

export const idsOf = (ctx: Context, meant: Static<typeof targetSchema>, call: Call, most: number) =>
  idsOfMeant(ctx, call, meant, { list: productsList, most })

export function presentLeftOut({ id, product, refusal }: LeftOut, { house, locale, requestId }: Call) {
  const { code, detail, remedy } = problemOf(refusal, house.translations.for(locale), requestId)
  return { id, title: product ? inLanguage(product.names, locale) : id, code, detail, remedy }
}
