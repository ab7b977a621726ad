import { Type, type Static } from 'typebox'
import { command, type Call, type Route } from '../../../host/http/route.ts'
import { idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { BulkAction, BulkValues } from '../domain/plan-bulk.ts'
import { listCategories } from '../queries/list-categories.ts'
import { inLanguage } from '../queries/localised.ts'
import { changeProducts, undoBulkChange } from '../use-cases/change-products.ts'
import { bulkTarget, idsOf, leftOutSchema, presentLeftOut } from './bulk-target.ts'

const MOST_AT_ONCE = 1_000
const ACTIONS = ['publish', 'unpublish', 'set-category', 'add-tag', 'remove-tag'] as const

const bulkBody = Type.Object(
  {
    ...bulkTarget,
    action: Type.Enum([...ACTIONS]),
    value: Type.Optional(
      nullable(Type.String({ maxLength: 100, description: 'Id of a category, or null for none; or a tag.' })),
    ),
    dryRun: Type.Optional(Type.Boolean({ description: 'Change nothing, tell what would happen.' })),
  },
  { additionalProperties: false },
)
type BulkBody = Static<typeof bulkBody>

const outcomeSchema = Type.Object({
  count: Type.Integer({ description: 'Products that were meant.' }),
  changes: Type.Integer({ description: 'Of them those that change.' }),
  unchanged: Type.Integer({ description: 'Those that are already so.' }),
  examples: Type.Array(
    Type.Object({ id: idSchema, title: Type.String(), before: Type.String(), after: Type.String() }),
  ),
  refusals: Type.Array(leftOutSchema, { description: 'Those that are left out, each with its reason.' }),
  undoToken: nullable(Type.String()),
  undoUntil: nullable(instantSchema),
})

export const bulkRoutes: readonly Route[] = [
  command({
    method: 'POST',
    path: '/products/bulk',
    operationId: 'changeProducts',
    summary: 'One change to many products, rehearsed or made; it can be taken back for a day',
    description:
      'Name the products by `ids` or by `selection`, a thousand at most. Publishing also asks for catalog:publish. Those that refuse are left out and named.',
    permission: 'catalog:write',
    own: 'any',
    idempotent: true,
    body: bulkBody,
    response: outcomeSchema,
    command: async (ctx, { body }, call) => {
      const action = actionOf(body)
      if (!action.ok) return action
      const ids = await idsOf(ctx, body, call, MOST_AT_ONCE)
      if (!ids.ok) return ids
      const outcome = await changeProducts(ctx, {
        ids: ids.value,
        action: action.value,
        dryRun: body.dryRun ?? false,
        mayPublish: mayPublish(call),
      })
      if (!outcome.ok) return outcome
      const { examples, leftOut, undo, ...counts } = outcome.value
      const categories = await listCategories(ctx.tx, { locale: call.locale })
      const names = new Map(categories.map(({ id, name }) => [id, name]))
      return ok({
        ...counts,
        examples: examples.map(({ product, before, after }) => ({
          id: product.id,
          title: inLanguage(product.names, call.locale),
          before: valueText(before, names, call),
          after: valueText(after, names, call),
        })),
        refusals: leftOut.map((one) => presentLeftOut(one, call)),
        undoToken: undo?.token ?? null,
        undoUntil: undo?.until.toISOString() ?? null,
      })
    },
  }),
  command({
    method: 'POST',
    path: '/bulk-undos/:token',
    operationId: 'undoBulkChange',
    summary: 'Take a change of many back, wherever nothing was changed since',
    permission: 'catalog:write',
    own: 'any',
    params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 120 }) }),
    response: Type.Object({ restored: Type.Integer(), left: Type.Array(leftOutSchema) }),
    command: async (ctx, { params }, call) => {
      const undone = await undoBulkChange(ctx, params.token, mayPublish(call))
      if (!undone.ok) return undone
      const { restored, leftOut } = undone.value
      return ok({ restored, left: leftOut.map((one) => presentLeftOut(one, call)) })
    },
  }),
]

function mayPublish(call: Call): boolean {
  const staff = staffOf(call)
  return staff.ok && staff.value.permissions.has('catalog:publish')
}

function actionOf({ action, value }: BulkBody): Result<BulkAction> {
  const wrong = hostRefusals.invalid_input({ field: 'value', params: { rule: 'required' } })
  switch (action) {
    case 'set-category':
      if (value === undefined || (value !== null && !isUuid(value))) return wrong
      return ok({ action, categoryId: value })
    case 'add-tag':
    case 'remove-tag':
      return value?.trim() ? ok({ action, tag: value.trim() }) : wrong
    default:
      return ok({ action })
  }
}

function valueText(values: BulkValues, categories: ReadonlyMap<string, string>, { house, locale }: Call): string {
  const translate = house.translations.for(locale)
  if (values.state !== undefined) return translate(`catalog.lists.products.values.state.${values.state}`)
  if (values.tags !== undefined) return values.tags.join(', ')
  return (values.categoryId && categories.get(values.categoryId)) ?? ''
}
