import { Type } from 'typebox'
import { nullable } from '../../../host/http/schemas.ts'
import { formatSchema } from './format-schema.ts'
import { SHOWN } from '../shown-report.ts'
import { differenceSchema } from './present-differences.ts'

export const reportSchema = Type.Object({
  dryRun: Type.Boolean(),
  created: Type.Integer({ description: 'Products.' }),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  written: Type.Integer({ description: 'Products that are saved, whole.' }),
  of: Type.Integer({ description: 'Products of the file.' }),
  variants: Type.Integer(),
  format: formatSchema,
  currency: Type.String(),
  location: Type.String(),
  refusedRows: Type.Integer({ description: 'Rows whose products were left out.' }),
  differences: Type.Array(Type.Object({ handle: Type.String(), ...differenceSchema.properties })),
  differencesOmitted: Type.Integer({ description: `Beyond the first ${SHOWN}.` }),
  warnings: Type.Array(
    Type.Object({
      row: Type.Optional(Type.Integer({ description: 'As a spreadsheet counts; the header is 1.' })),
      line: Type.Optional(Type.Integer({ description: 'As a text editor counts.' })),
      code: Type.String(),
      column: nullable(Type.String()),
      value: Type.String(),
    }),
  ),
})
