import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { SavedAttribute } from '../domain/attribute.ts'
import type { Definitions } from '../domain/definitions.ts'
import type { SavedFamily } from '../domain/family.ts'
import { attributeColumns, attributeOf, familyColumns, type AttributeRow } from '../store/definition-rows.ts'

type Reader = Pick<Database, 'rows'>

/** Whole, in the order of their codes: a shop has tens of them, and forms show all. */
export async function listAttributes(reader: Reader): Promise<SavedAttribute[]> {
  const rows = await reader.rows(sql<AttributeRow>`
    SELECT ${attributeColumns} FROM catalog.attribute a ORDER BY a.section, a.code`)
  return rows.map(attributeOf)
}

export function listFamilies(reader: Reader): Promise<SavedFamily[]> {
  return reader.rows(sql<SavedFamily>`SELECT ${familyColumns} FROM catalog.family f ORDER BY f.code`)
}

/** All that checks of some products need, in one round trip; `contactIds` are those that the products name. */
export async function loadDefinitions(reader: Reader, contactIds: readonly string[]): Promise<Definitions> {
  const [attributes, families, contacts] = await Promise.all([
    listAttributes(reader),
    listFamilies(reader),
    reader.rows(sql<{ id: string; country: string }>`
      SELECT id, country FROM catalog.safety_contact WHERE id = ANY(${contactIds}::uuid[])`),
  ])
  return {
    attributes: new Map(attributes.map((attribute) => [attribute.code, attribute])),
    families: new Map(families.map((family) => [family.code, family])),
    contactCountries: new Map(contacts.map(({ id, country }) => [id, country])),
  }
}
