/** Which rows an action on many means: by their ids, or all that a list shows. */
import { Type, type Static } from 'typebox'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../context.ts'
import type { Call } from '../http/route.ts'
import { idSchema } from '../http/schemas.ts'
import { hostRefusals } from '../refusals.ts'
import type { List } from './define-list.ts'
import { listIds } from './read-list.ts'

const selection = Type.Object(
  {
    filter: Type.Optional(Type.Array(Type.String({ maxLength: 300 }), { maxItems: 20 })),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    zone: Type.Optional(Type.String({ maxLength: 60 })),
  },
  { additionalProperties: false },
)

/** Properties of a body: `ids`, at most so many, or `selection`, as `GET {listPath}` takes it. */
export const meantBody = (listPath: string, mostNamed: number) => ({
  ids: Type.Optional(Type.Array(idSchema, { minItems: 1, maxItems: mostNamed, uniqueItems: true })),
  selection: Type.Optional({
    ...selection,
    description: `As GET ${listPath} takes it: everything that the list shows.`,
  }),
})

interface Meant {
  readonly ids?: readonly string[]
  readonly selection?: Static<typeof selection>
}

interface Meaning {
  readonly list: List
  /** Of a list that shows more, one more is answered, which the use case refuses. */
  readonly most: number
}

export async function idsOfMeant(
  ctx: Context,
  { locale }: Call,
  { ids, selection: shown }: Meant,
  { list, most }: Meaning,
): Promise<Result<readonly string[]>> {
  if ((ids === undefined) === (shown === undefined)) {
    return hostRefusals.invalid_input({ field: 'ids', params: { rule: 'required' } })
  }
  if (ids !== undefined) return ok(ids)
  const filters = (shown?.filter ?? []).map((text, index) => ({ text, field: `selection.filter.${index}` }))
  const { search, zone } = shown ?? {}
  return listIds(ctx.tx, list, { locale, now: ctx.now, filters, search, zone }, most + 1)
}
