import { readTable } from '../../../host/spreadsheet/read-table.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isField, type Field } from '../formats/field.ts'
import { plain } from '../formats/formats.ts'
import { refusals } from '../refusals.ts'
import type { Mapping } from '../rows/read-columns.ts'

/**
 * What a person wrote of the columns of a file, heading -> field or null (`{"Ref": "sku", "Notes": null}`), as the import takes it: by the
 * columns' places. What is not named is not imported; a heading that the file has not, or a field that products have not, is refused.
 */
export async function readMapping(file: Uint8Array, said: Readonly<Record<string, unknown>>): Promise<Result<Mapping>> {
  const table = await readTable(file)
  const headings = 'rows' in table ? (table.rows[0]?.cells ?? []).map(plain) : []
  const fields = new Map<string, Field>()
  for (const [heading, field] of Object.entries(said)) {
    if (!headings.includes(plain(heading)))
      return refusals.missing_column({ field: 'mapping', params: { column: heading } })
    if (field === null) continue
    if (typeof field !== 'string' || !isField(field))
      return refusals.unknown_field({ field: `mapping.${heading}`, params: { field: String(field) } })
    fields.set(plain(heading), field)
  }
  return ok(headings.map((heading) => fields.get(heading) ?? null))
}
