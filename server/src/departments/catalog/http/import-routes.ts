import { Type } from 'typebox'
import type { Route } from '../../../host/http/route.ts'
import { idSchema, instantSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { importsList, type ImportLine } from '../queries/imports-list.ts'

export const importStateSchema = Type.Union([
  Type.Literal('new'),
  Type.Literal('trying'),
  Type.Literal('tried'),
  Type.Literal('refused'),
  Type.Literal('running'),
  Type.Literal('stopped'),
  Type.Literal('done'),
  Type.Literal('undoing'),
  Type.Literal('undone'),
])

const lineSchema = Type.Object({
  id: idSchema,
  name: Type.String({ description: "The file's." }),
  format: Type.String(),
  state: importStateSchema,
  created: Type.Integer({ description: 'Products.' }),
  changed: Type.Integer(),
  refused: Type.Integer({ description: 'Rows.' }),
  undone: Type.Integer({ description: 'Products that were set back.' }),
  actor: Type.String({ description: 'Who brought it.' }),
  createdAt: instantSchema,
})

export const importListRoutes: readonly Route[] = [
  ...listRoutes(importsList, {
    path: '/product-imports',
    permission: 'catalog:import',
    summary: 'Files of products that were brought in',
    item: lineSchema,
    tell: async ({ house }, items) => {
      const lines = items as readonly ImportLine[]
      const names = await namesOfStaff(
        house,
        lines.map(({ actor }) => actor.split(':')[1] ?? ''),
      )
      return lines.map((line) => ({ ...line, actor: names.get(line.actor.split(':')[1] ?? '') ?? '' }))
    },
  }),
]
