import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, trusted, type Fragment } from '../../../host/database/sql.ts'
import { TARGETS, type NestedKind } from '../domain/translation.ts'
import type { TranslationsAsked, Untranslated } from './translations.ts'

/** Of a product `t`, its options each with its choices; of an attribute `t`, its choices. `field` is how drafts and marks call them. */
export const NAMES_OF: Readonly<Record<NestedKind, Fragment>> = {
  option: trusted(`(SELECT jsonb_agg(jsonb_build_object('field', n.field, 'within', n.within, 'texts', n.names)
      ORDER BY n.position, n.place)
    FROM (SELECT o.position, 0 AS place, o.code AS field, NULL AS within, o.names FROM catalog.option o
        WHERE o.product_id = t.id
      UNION ALL SELECT o.position, c.place, o.code || '.' || (c.one ->> 'code'), o.names ->> 'en', c.one -> 'names'
        FROM catalog.option o, jsonb_array_elements(o.choices) WITH ORDINALITY AS c(one, place)
        WHERE o.product_id = t.id) n)`),
  choice:
    trusted(`(SELECT jsonb_agg(jsonb_build_object('field', c.one ->> 'code', 'within', NULL, 'texts', c.one -> 'names')
      ORDER BY c.place)
    FROM jsonb_array_elements(t.choices) WITH ORDINALITY AS c(one, place))`),
}

/** Records in which a name is missing. The language stands in the text of the query: that is how the index of options is found. */
function rowsLacking(kind: NestedKind, language: string): Fragment {
  if (!TARGETS.includes(language)) throw new Error(`no language to translate into: ${language}`)
  const inChoices = `jsonb_path_exists(choices, '$[*].names ? (!exists(@.${language}))')`
  return kind === 'option'
    ? trusted(`SELECT DISTINCT product_id AS id FROM catalog.option WHERE NOT names ? '${language}' OR ${inChoices}`)
    : trusted(`SELECT code AS id FROM catalog.attribute WHERE ${inChoices}`)
}

export const countMissingNames = (kind: NestedKind, language: string): Fragment =>
  fragment`SELECT 1 FROM (${rowsLacking(kind, language)}) lacking`

/** Records with names that nobody has written or drafted. */
export function listMissingNames(
  reader: Pick<Database, 'rows'>,
  kind: NestedKind,
  { language, after, limit }: TranslationsAsked,
): Promise<Untranslated[]> {
  const [table, key, type] =
    kind === 'option'
      ? [trusted('catalog.product t'), trusted('t.id'), trusted('uuid')]
      : [trusted('catalog.attribute t'), trusted('t.code'), trusted('text')]
  const beyond = after === undefined ? trusted('true') : fragment`lacking.id > ${after}::${type}`
  return reader.rows(adHoc<Untranslated>`
    SELECT ${key}::text AS id, t.names ->> 'en' AS title, m.fields
    FROM (${rowsLacking(kind, language)}) lacking JOIN ${table} ON ${key} = lacking.id,
      LATERAL (SELECT array_agg(one ->> 'field') AS fields FROM jsonb_array_elements(${NAMES_OF[kind]}) one
        WHERE NOT one -> 'texts' ? ${language} AND NOT EXISTS (SELECT 1 FROM catalog.text_draft d
          WHERE d.language = ${language} AND d.kind = ${kind} AND d.record_id = ${key}::text
            AND d.field = one ->> 'field')) m
    WHERE ${beyond} AND m.fields IS NOT NULL ORDER BY ${key} LIMIT ${limit}`)
}
