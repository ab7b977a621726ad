import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, joined, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Texts } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import {
  TARGETS,
  termHints,
  TRANSLATED_KINDS,
  type SavedTerm,
  type TermHint,
  type TranslatedKind,
} from '../domain/translation.ts'

export { TARGETS, TRANSLATED_FIELDS, TRANSLATED_KINDS } from '../domain/translation.ts'

type Reader = Pick<Database, 'rows'>

export const TRANSLATION_STATES = ['missing', 'outdated'] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]

interface Source {
  /** What people call such a record. */
  readonly title: Fragment
  readonly from: Fragment
  readonly id: Fragment
  /** Field -> column. */
  readonly columns: Readonly<Record<string, string>>
}

const NAME = trusted("t.names ->> 'en'")
const PAGE = { descriptions: 't.descriptions', seoTitles: 't.seo_titles', seoDescriptions: 't.seo_descriptions' }

/** The columns are part of the statements: written here, never taken from outside. */
const SOURCES: Readonly<Record<TranslatedKind, Source>> = {
  product: {
    title: NAME,
    from: trusted('catalog.product t'),
    id: trusted('t.id'),
    columns: { names: 't.names', descriptions: 't.descriptions', warnings: 't.warnings' },
  },
  category: {
    title: NAME,
    from: trusted('catalog.category t'),
    id: trusted('t.id'),
    columns: { names: 't.names', ...PAGE },
  },
  collection: {
    title: NAME,
    from: trusted('catalog.collection t'),
    id: trusted('t.id'),
    columns: { names: 't.names', ...PAGE },
  },
  brand: { title: trusted('t.name'), from: trusted('catalog.brand t'), id: trusted('t.id'), columns: PAGE },
  attribute: {
    title: NAME,
    from: trusted('catalog.attribute t'),
    id: trusted('t.code'),
    columns: { names: 't.names' },
  },
}

export interface Untranslated {
  readonly id: string
  readonly title: string
  readonly fields: readonly string[]
}

export interface TranslationsAsked {
  readonly kind: TranslatedKind
  readonly language: string
  readonly state: TranslationState
  readonly after: string | undefined
  readonly limit: number
}

/** Records with a text that is missing, or that its English left behind; in the order of their ids, along an index. */
export async function listUntranslated(reader: Reader, asked: TranslationsAsked): Promise<Untranslated[]> {
  if (asked.after !== undefined && asked.kind !== 'attribute' && !isUuid(asked.after)) return []
  return asked.state === 'missing' ? listMissing(reader, asked) : listOutdated(reader, asked)
}

/** The language stands in the text of the query: that is how its index is found. */
function lacks(column: string, language: string): Fragment {
  if (!TARGETS.includes(language)) throw new Error(`no language to translate into: ${language}`)
  return trusted(`(${column} ? 'en' AND NOT ${column} ? '${language}')`)
}

const lacksAny = ({ columns }: Source, language: string): Fragment =>
  joined(
    Object.values(columns).map((column) => lacks(column, language)),
    ' OR ',
  )

function listMissing(reader: Reader, { kind, language, after, limit }: TranslationsAsked): Promise<Untranslated[]> {
  const of = SOURCES[kind]
  const fields = Object.entries(of.columns).map(
    ([field, column]) => fragment`CASE WHEN ${lacks(column, language)} THEN ${field}::text END`,
  )
  const beyond = after === undefined ? trusted('true') : fragment`${of.id} > ${after}::${idType(kind)}`
  return reader.rows(adHoc<Untranslated>`
    SELECT ${of.id}::text AS id, ${of.title} AS title, array_remove(ARRAY[${joined(fields, ', ')}], NULL) AS fields
    FROM ${of.from} WHERE (${lacksAny(of, language)}) AND ${beyond} ORDER BY ${of.id} LIMIT ${limit}`)
}

const idType = (kind: TranslatedKind): Fragment => trusted(kind === 'attribute' ? 'text' : 'uuid')

function listOutdated(reader: Reader, { kind, language, after, limit }: TranslationsAsked): Promise<Untranslated[]> {
  const of = SOURCES[kind]
  return reader.rows(sql<Untranslated>`
    SELECT o.record_id AS id, ${of.title} AS title, o.fields FROM (
      SELECT record_id, array_agg(field ORDER BY field) AS fields FROM catalog.outdated_text
      WHERE language = ${language} AND kind = ${kind} AND record_id > ${after ?? ''}
      GROUP BY record_id ORDER BY record_id LIMIT ${limit}) o
    JOIN ${of.from} ON ${of.id} = o.record_id::${idType(kind)} ORDER BY o.record_id`)
}

export interface TextToTranslate {
  readonly field: string
  readonly source: string
  readonly text: string
  /** What the translation was made from, where the English is another now. */
  readonly sourceWas: string | null
}

export interface RecordToTranslate {
  readonly title: string
  readonly texts: readonly TextToTranslate[]
}

export interface TextsAsked {
  readonly kind: TranslatedKind
  readonly id: string
  readonly language: string
}

/** One record's texts with their English, in the order of the fields; those that say nothing in English are left out. */
export async function findTexts(
  reader: Reader,
  { kind, id, language }: TextsAsked,
): Promise<RecordToTranslate | undefined> {
  if (kind !== 'attribute' && !isUuid(id)) return undefined
  const of = SOURCES[kind]
  const columns = Object.entries(of.columns).map(([field, column]) => fragment`${field}::text, ${trusted(column)}`)
  const [row] = await reader.rows(sql<{ title: string; texts: Record<string, Texts>; was: Record<string, string> }>`
    SELECT ${of.title} AS title, jsonb_build_object(${joined(columns, ', ')}) AS texts,
      (SELECT coalesce(jsonb_object_agg(o.field, o.source_was), '{}') FROM catalog.outdated_text o
        WHERE o.language = ${language} AND o.kind = ${kind} AND o.record_id = ${id}) AS was
    FROM ${of.from} WHERE ${of.id} = ${id}::${idType(kind)}`)
  if (!row) return undefined
  const texts = Object.keys(of.columns).flatMap((field) => {
    const written = row.texts[field] ?? {}
    const english = written['en']
    if (english === undefined) return []
    return [{ field, source: english, text: written[language] ?? '', sourceWas: row.was[field] ?? null }]
  })
  return { title: row.title, texts }
}

export interface Progress {
  readonly language: string
  readonly kind: TranslatedKind
  readonly missing: number
  readonly outdated: number
}

/** Beyond so many nobody counts on: it is "10,000+". */
export const MOST_COUNTED = 10_000

/** How much is left, per language and kind. */
export async function readProgress(reader: Reader): Promise<Progress[]> {
  const asked = TARGETS.flatMap((language) => TRANSLATED_KINDS.map((kind) => ({ language, kind })))
  return Promise.all(
    asked.map(async ({ language, kind }) => {
      const of = SOURCES[kind]
      const [row] = await reader.rows(adHoc<{ missing: number; outdated: number }>`
        SELECT (SELECT count(*)::int FROM (
            SELECT 1 FROM ${of.from} WHERE ${lacksAny(of, language)} LIMIT ${MOST_COUNTED}) m) AS missing,
          (SELECT count(*)::int FROM (SELECT 1 FROM catalog.outdated_text
            WHERE language = ${language} AND kind = ${kind} LIMIT ${MOST_COUNTED}) o) AS outdated`)
      return { language, kind, missing: row?.missing ?? 0, outdated: row?.outdated ?? 0 }
    }),
  )
}

/** The shop's own words, whole: there are hundreds of them. */
export function listTerms(reader: Reader): Promise<SavedTerm[]> {
  return reader.rows(sql<SavedTerm>`SELECT code, names, kept, note, version FROM catalog.term ORDER BY code`)
}

export interface RecordView {
  readonly title: string
  readonly texts: readonly (TextToTranslate & { readonly hints: readonly TermHint[] })[]
}

/** What a translator has before them: the texts, and the words of the shop that they use. */
export async function viewTexts(reader: Reader, asked: TextsAsked): Promise<Result<RecordView>> {
  const [record, terms] = await Promise.all([findTexts(reader, asked), listTerms(reader)])
  if (!record) return refusals.text_not_found()
  const { language } = asked
  return ok({
    ...record,
    texts: record.texts.map((one) => ({ ...one, hints: termHints(terms, { ...one, language }) })),
  })
}
