import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, joined, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Texts } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import {
  isNested,
  TARGETS,
  termHints,
  textState,
  TRANSLATED_KINDS,
  type SavedTerm,
  type TermHint,
  type TextState,
  type TranslatedKind,
} from '../domain/translation.ts'
import { countMissingNames, listMissingNames, NAMES_OF } from './nested-names.ts'

export { TARGETS, TEXT_STATES, TRANSLATED_KINDS } from '../domain/translation.ts'

type Reader = Pick<Database, 'rows'>

export const TRANSLATION_STATES = ['missing', 'draft', 'outdated'] as const
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
    columns: {
      names: 't.names',
      descriptions: 't.descriptions',
      warnings: 't.warnings',
      seoTitles: 't.seo_titles',
      seoDescriptions: 't.seo_descriptions',
    },
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
  // Their names lie within the record: see nested-names.ts.
  option: { title: NAME, from: trusted('catalog.product t'), id: trusted('t.id'), columns: {} },
  choice: { title: NAME, from: trusted('catalog.attribute t'), id: trusted('t.code'), columns: {} },
}

const isByCode = (kind: TranslatedKind): boolean => kind === 'attribute' || kind === 'choice'

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
  if (asked.after !== undefined && !isByCode(asked.kind) && !isUuid(asked.after)) return []
  if (asked.state !== 'missing') return listNoted(reader, asked.state, asked)
  return isNested(asked.kind) ? listMissingNames(reader, asked.kind, asked) : listMissing(reader, asked)
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
  // What is drafted and not in the shop yet is not missing.
  return reader.rows(adHoc<Untranslated>`
    SELECT id, title, fields FROM (
      SELECT ${of.id} AS at, ${of.id}::text AS id, ${of.title} AS title, ARRAY(
        SELECT field FROM unnest(ARRAY[${joined(fields, ', ')}]) WITH ORDINALITY AS f(field, place)
        WHERE field IS NOT NULL AND NOT EXISTS (SELECT 1 FROM catalog.text_draft d WHERE d.language = ${language}
          AND d.kind = ${kind} AND d.record_id = ${of.id}::text AND d.field = f.field) ORDER BY place) AS fields
      FROM ${of.from} WHERE (${lacksAny(of, language)}) AND ${beyond}) m
    WHERE fields <> '{}' ORDER BY at LIMIT ${limit}`)
}

const idType = (kind: TranslatedKind): Fragment => trusted(isByCode(kind) ? 'text' : 'uuid')

/** What was drafted anew since its English changed waits for approval, and for nobody's pen. */
const NOTED: Readonly<Record<Exclude<TranslationState, 'missing'>, Fragment>> = {
  draft: trusted('catalog.text_draft n'),
  outdated: trusted(`(SELECT o.* FROM catalog.outdated_text o WHERE NOT EXISTS (SELECT 1 FROM catalog.text_draft d
    WHERE (d.language, d.kind, d.record_id, d.field) = (o.language, o.kind, o.record_id, o.field)
      AND d.written_at >= o.since)) n`),
}

/** Of what is noted in a table: drafts, and what its English left behind. */
function listNoted(
  reader: Reader,
  state: Exclude<TranslationState, 'missing'>,
  { kind, language, after, limit }: TranslationsAsked,
): Promise<Untranslated[]> {
  const of = SOURCES[kind]
  return reader.rows(adHoc<Untranslated>`
    SELECT o.record_id AS id, ${of.title} AS title, o.fields FROM (
      SELECT record_id, array_agg(field ORDER BY field) AS fields FROM ${NOTED[state]}
      WHERE language = ${language} AND kind = ${kind} AND record_id > ${after ?? ''}
      GROUP BY record_id ORDER BY record_id LIMIT ${limit}) o
    JOIN ${of.from} ON ${of.id} = o.record_id::${idType(kind)} ORDER BY o.record_id`)
}

export interface TextToTranslate {
  readonly field: string
  /** Of a choice of an option: the option's English name. */
  readonly within: string | null
  readonly source: string
  /** The draft where there is one, else what stands in the record. */
  readonly text: string
  /** What stands in the record, and so in the shop. */
  readonly shown: string
  readonly state: TextState
  readonly draft: TextDraft | null
  /** What the translation was made from, where the English is another now. */
  readonly sourceWas: string | null
}

export interface TextDraft {
  /** As the audit calls actors. */
  readonly by: string
  readonly provider: string | null
  readonly at: Date
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
  if (!isByCode(kind) && !isUuid(id)) return undefined
  const of = SOURCES[kind]
  const columns = Object.entries(of.columns).map(([field, column]) => fragment`${field}::text, ${trusted(column)}`)
  const texts = isNested(kind)
    ? NAMES_OF[kind]
    : fragment`(SELECT jsonb_agg(jsonb_build_object('field', key, 'within', NULL, 'texts', value))
        FROM jsonb_each(jsonb_build_object(${joined(columns, ', ')})))`
  const [row] = await reader.rows(adHoc<TextsRow>`
    SELECT ${of.title} AS title, coalesce(${texts}, '[]') AS texts,
      (SELECT coalesce(jsonb_object_agg(o.field, o.source_was), '{}') FROM catalog.outdated_text o
        WHERE o.language = ${language} AND o.kind = ${kind} AND o.record_id = ${id}) AS was,
      (SELECT coalesce(jsonb_object_agg(d.field, to_jsonb(d)), '{}') FROM catalog.text_draft d
        WHERE d.language = ${language} AND d.kind = ${kind} AND d.record_id = ${id}) AS drafts
    FROM ${of.from} WHERE ${of.id} = ${id}::${idType(kind)}`)
  if (!row) return undefined
  const order = Object.keys(of.columns)
  const inOrder = isNested(kind)
    ? row.texts
    : row.texts.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
  return { title: row.title, texts: inOrder.flatMap((text) => textToTranslate(text, row, language)) }
}

interface TextsRow {
  readonly title: string
  readonly texts: readonly { readonly field: string; readonly within: string | null; readonly texts: Texts }[]
  readonly was: Readonly<Record<string, string>>
  readonly drafts: Readonly<Record<string, DraftRow>>
}

interface DraftRow {
  readonly text: string
  readonly source: string
  readonly written_by: string
  readonly provider: string | null
  readonly written_at: string
}

function textToTranslate(
  { field, within, texts }: TextsRow['texts'][number],
  { was, drafts }: TextsRow,
  language: string,
): TextToTranslate[] {
  const source = texts['en']
  if (source === undefined) return []
  const draft = drafts[field]
  const shown = texts[language] ?? ''
  const text = draft?.text ?? shown
  const sourceWas = draft ? (draft.source === source ? null : draft.source) : (was[field] ?? null)
  return [
    {
      field,
      within,
      source,
      text,
      shown,
      sourceWas,
      state: textState({ text, isDraft: draft !== undefined, sourceWas }),
      draft: draft ? { by: draft.written_by, provider: draft.provider, at: new Date(draft.written_at) } : null,
    },
  ]
}

export interface Progress {
  readonly language: string
  readonly kind: TranslatedKind
  readonly missing: number
  readonly draft: number
  readonly outdated: number
}

/** Beyond so many nobody counts on: it is "10,000+". */
export const MOST_COUNTED = 10_000

/** How much is left, per language and kind. */
export async function readProgress(reader: Reader): Promise<Progress[]> {
  const asked = TARGETS.flatMap((language) => TRANSLATED_KINDS.map((kind) => ({ language, kind })))
  return Promise.all(
    asked.map(async ({ language, kind }) => {
      const missing = isNested(kind) ? countMissingNames(kind, language) : countMissing(SOURCES[kind], language)
      const [row] = await reader.rows(adHoc<Pick<Progress, TranslationState>>`
        SELECT (SELECT count(*)::int FROM (${missing} LIMIT ${MOST_COUNTED}) m) AS missing,
          (SELECT count(*)::int FROM (SELECT 1 FROM ${NOTED.draft}
            WHERE language = ${language} AND kind = ${kind} LIMIT ${MOST_COUNTED}) d) AS draft,
          (SELECT count(*)::int FROM (SELECT 1 FROM ${NOTED.outdated}
            WHERE language = ${language} AND kind = ${kind} LIMIT ${MOST_COUNTED}) o) AS outdated`)
      return { language, kind, missing: 0, draft: 0, outdated: 0, ...row }
    }),
  )
}

const countMissing = (of: Source, language: string): Fragment =>
  fragment`SELECT 1 FROM ${of.from} WHERE ${lacksAny(of, language)}`

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
