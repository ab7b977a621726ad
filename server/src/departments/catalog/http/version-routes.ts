import { Type } from 'typebox'
import { listVersions, type VersionRow } from '../../../host/audit/versions-of.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { timelineWords } from '../../../host/records/timeline-words.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { listAttributes } from '../queries/definitions.ts'
import { getProduct } from '../queries/get-product.ts'
import { inLanguage } from '../queries/localised.ts'
import { isRestorable, restoreProduct } from '../use-cases/restore-product.ts'
import { savedVersionSchema } from './schemas.ts'
import { partsTeller } from './tell-parts.ts'

const versionSchema = Type.Object({
  version: Type.Integer(),
  at: instantSchema,
  by: nullable(Type.String({ description: 'Of staff; null for parts of the program.' })),
  reason: nullable(Type.String()),
  changes: Type.Array(
    Type.Object({
      field: Type.String(),
      label: Type.String(),
      before: Type.Optional(Type.Unknown()),
      after: Type.Optional(Type.Unknown()),
      restorable: Type.Boolean({ description: 'Can be put back by itself.' }),
    }),
  ),
})

export const versionRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/products/:id/versions',
    operationId: 'listProductVersions',
    summary: 'Every version of a product, the newest first: who, when, why, and each field before and after',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    params: idParams,
    query: Type.Object({
      below: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Older than this version.' }),
      ),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
    }),
    response: Type.Object({ items: Type.Array(versionSchema), next: nullable(Type.Integer()) }),
    answer: async (call, { params, query: { below, limit = 10 } }) => {
      const product = await getProduct(call.house.database, params.id)
      if (!product.ok) return product
      const asked = { objectType: 'product', objectId: params.id, below, limit: limit + 1 }
      const rows = await listVersions(call.house.database, asked)
      const shown = rows.slice(0, limit)
      return ok({
        items: await presentVersions(call, shown),
        next: rows.length > limit ? (shown.at(-1)?.version ?? null) : null,
      })
    },
  }),
  command({
    method: 'POST',
    path: '/products/:id/restorations',
    operationId: 'restoreProduct',
    summary: 'Brings a product, or one field of it, back to an earlier version, as a new version',
    description: 'Send the version that you read in `If-Match`. Whether it is in the shop stays as it is.',
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    body: Type.Object(
      {
        version: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'As it stood in this one.' }),
        field: Type.Optional(Type.String({ maxLength: 300 })),
        reason: Type.Optional(Type.String({ maxLength: 500 })),
      },
      { additionalProperties: false },
    ),
    response: savedVersionSchema,
    etag: 'version',
    command: async (ctx, { params, body: { version: to, field, reason } }, { ifMatch }) => {
      if (ifMatch === undefined) return hostRefusals.version_required({ field: 'If-Match' })
      const restored = await restoreProduct(ctx, { productId: params.id, seen: ifMatch, to, field, reason })
      return restored.ok ? ok({ id: restored.value.productId, version: restored.value.version }) : restored
    },
  }),
]

async function presentVersions(call: Call, rows: readonly VersionRow[]) {
  const { house, locale } = call
  const translate = house.translations.for(locale)
  const words = timelineWords(house.translations)
  const isPerson = ({ actor_kind }: VersionRow) => actor_kind === 'staff' || actor_kind === 'key'
  const ids = rows.flatMap((row) => (isPerson(row) && row.actor_id !== null ? [row.actor_id] : []))
  const [names, attributes, tellPart] = await Promise.all([
    namesOfStaff(house, ids),
    listAttributes(house.database),
    partsTeller(
      call,
      rows.flatMap(({ changes }) => changes),
    ),
  ])
  const attributeNames = new Map(attributes.map((attribute) => [attribute.code, inLanguage(attribute.names, locale)]))
  const labelOf = (field: string, action: string) => {
    const [, code = ''] = /(?:^|\.)attributes\.([^.]+)$/.exec(field) ?? []
    const name = attributeNames.get(code)
    // What is an attribute's name says more than its code; of a variant its SKU stands before.
    if (name === undefined) return words.field(field, action, translate)
    return field.startsWith('variants.')
      ? `${field.slice('variants.'.length, -`.attributes.${code}`.length)} · ${name}`
      : name
  }
  return rows.map((row) => ({
    version: row.version,
    at: row.at.toISOString(),
    by: isPerson(row) ? (names.get(row.actor_id ?? '') ?? null) : null,
    reason: row.reason,
    changes: row.changes.map((change) => ({
      ...tellPart(withContent(change)),
      label: labelOf(change.field, row.action),
      restorable: row.version > 1 && isRestorable(change),
    })),
  }))
}

/** The content of a piece in one word: `250 g`. */
function withContent<C extends VersionRow['changes'][number]>(change: C): C {
  if (!change.field.endsWith('.content')) return change
  const said = (value: unknown) => {
    const { amount, unit } = (value ?? {}) as { readonly amount?: string; readonly unit?: string }
    return amount === undefined || unit === undefined ? null : `${amount} ${unit}`
  }
  return { ...change, before: said(change.before), after: said(change.after) }
}
