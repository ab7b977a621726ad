import { Type, type Static } from 'typebox'
import type { House } from '../context.ts'
import { idSchema, instantSchema, nullable } from '../http/schemas.ts'
import { namesOfStaff } from '../records/names-of-staff.ts'
import type { AttachmentRow } from './store.ts'

export const fileNameQuery = { name: Type.String({ minLength: 1, maxLength: 255 }) }

const namedSchema = Type.Object({ id: idSchema, name: Type.String() })

export const fileSchema = Type.Object({
  id: idSchema,
  name: Type.String(),
  mediaType: Type.String({ description: 'Judged by the content.' }),
  bytes: Type.Integer(),
  sha256: Type.String(),
  by: nullable(namedSchema),
  at: instantSchema,
  sharedWith: nullable(Type.Object(namedSchema.properties, { description: 'Null: internal.' })),
})

export async function presentFiles(
  house: Pick<House, 'database' | 'ports'>,
  rows: readonly AttachmentRow[],
): Promise<Static<typeof fileSchema>[]> {
  const names = await namesOfStaff(
    house,
    rows.map((row) => row.staff_id),
  )
  return rows.map((row) => presentFile(row, names.get(row.staff_id)))
}

function presentFile(row: AttachmentRow, name: string | undefined) {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    by: name === undefined ? null : { id: row.staff_id, name },
    at: row.at.toISOString(),
    sharedWith: row.shared_with === null ? null : { id: row.shared_with, name: row.shared_name ?? '' },
  }
}
