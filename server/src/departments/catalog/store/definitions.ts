import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Attribute, SavedAttribute } from '../domain/attribute.ts'
import type { Family, SavedFamily } from '../domain/family.ts'
import { attributeColumns, attributeOf, familyColumns, type AttributeRow } from './definition-rows.ts'

export async function lockAttribute(ctx: Context, code: string): Promise<SavedAttribute | undefined> {
  const row = await ctx.tx.row(sql<AttributeRow>`
    SELECT ${attributeColumns} FROM catalog.attribute a WHERE a.code = ${code} FOR UPDATE`)
  return row && attributeOf(row)
}

export function lockFamily(ctx: Context, code: string): Promise<SavedFamily | undefined> {
  return ctx.tx.row(sql<SavedFamily>`SELECT ${familyColumns} FROM catalog.family f WHERE f.code = ${code} FOR UPDATE`)
}

export function writeAttribute(ctx: Context, attribute: Attribute, version: number): void {
  const { code, names, kind, unit, choices, section, localised, perVariant, filterable, shown } = attribute
  ctx.tx.later(sql`
    INSERT INTO catalog.attribute (code, names, kind, unit, choices, section, localised, per_variant, filterable, shown, version,
      created_at, updated_at)
    VALUES (${code}, ${JSON.stringify(names)}::jsonb, ${kind}, ${unit}, ${JSON.stringify(choices)}::jsonb, ${section},
      ${localised}, ${perVariant}, ${filterable}, ${shown}, ${version}, ${ctx.now}, ${ctx.now})
    ON CONFLICT (code) DO UPDATE SET names = excluded.names, unit = excluded.unit, choices = excluded.choices,
      section = excluded.section, filterable = excluded.filterable, shown = excluded.shown, version = excluded.version,
      updated_at = excluded.updated_at`)
}

export function writeFamily(ctx: Context, family: Family, version: number): void {
  const { code, names, attributes, languages, pictures, safety, channels } = family
  ctx.tx.later(sql`
    INSERT INTO catalog.family (code, names, attributes, languages, pictures, safety, channels, version, created_at, updated_at)
    VALUES (${code}, ${JSON.stringify(names)}::jsonb, ${JSON.stringify(attributes)}::jsonb, ${languages}::text[], ${pictures},
      ${safety}, ${JSON.stringify(channels)}::jsonb, ${version}, ${ctx.now}, ${ctx.now})
    ON CONFLICT (code) DO UPDATE SET names = excluded.names, attributes = excluded.attributes, languages = excluded.languages,
      pictures = excluded.pictures, safety = excluded.safety, channels = excluded.channels, version = excluded.version, updated_at = excluded.updated_at`)
}
