import { DEFAULT_LANGUAGE, LANGUAGES, type Texts } from './product.ts'

/** Into which the shop is translated: all but the one that everything is written in first. */
export const TARGETS: readonly string[] = LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE)

/** What is translated, and which of its texts, as their columns are called. */
export const TRANSLATED = {
  product: ['names', 'descriptions', 'warnings', 'seoTitles', 'seoDescriptions'],
  category: ['names', 'descriptions', 'seoTitles', 'seoDescriptions'],
  collection: ['names', 'descriptions', 'seoTitles', 'seoDescriptions'],
  // Its name is the same in every language.
  brand: ['descriptions', 'seoTitles', 'seoDescriptions'],
  attribute: ['names'],
} as const satisfies Readonly<Record<string, readonly string[]>>
/** What has columns of its own for its texts. */
export type ColumnKind = keyof typeof TRANSLATED
/**
 * And the names within a record: a product's options (`size`) with their choices (`size.small`) under the product's id, the
 * choices of an attribute (`wood`) under its code.
 */
export const NESTED_KINDS = ['option', 'choice'] as const
export type NestedKind = (typeof NESTED_KINDS)[number]
export type TranslatedKind = ColumnKind | NestedKind
export const TRANSLATED_KINDS: readonly TranslatedKind[] = [
  'product',
  'option',
  'category',
  'collection',
  'brand',
  'attribute',
  'choice',
]

export const isNested = (kind: TranslatedKind): kind is NestedKind => (NESTED_KINDS as readonly string[]).includes(kind)

export interface TextsChange {
  readonly kind: TranslatedKind
  readonly recordId: string
  readonly field: string
  readonly before: Texts
  readonly after: Texts
}

export interface TextMark {
  readonly kind: TranslatedKind
  readonly recordId: string
  readonly field: string
  readonly language: string
  /** What the translation was made from. */
  readonly sourceWas: string
}

export interface Marking {
  /** Translations that stayed while their English changed. */
  readonly outdated: readonly TextMark[]
  /** Translations that were written anew, or taken away. */
  readonly settled: readonly TextMark[]
}

/** What a change of texts means for their translations. Writing both at once leaves nothing behind. */
export function markTexts(changes: readonly TextsChange[]): Marking {
  const outdated: TextMark[] = []
  const settled: TextMark[] = []
  for (const { before, after, ...where } of changes) {
    const sourceWas = before[DEFAULT_LANGUAGE]
    for (const language of TARGETS) {
      if (before[language] !== after[language]) settled.push({ ...where, language, sourceWas: sourceWas ?? '' })
      else if (sourceWas !== undefined && sourceWas !== after[DEFAULT_LANGUAGE] && after[language] !== undefined)
        outdated.push({ ...where, language, sourceWas })
    }
  }
  return { outdated, settled }
}

/** The texts among the fields that a save changed. */
export function textsChanged(
  { kind, recordId }: { readonly kind: ColumnKind; readonly recordId: string },
  differences: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[],
): TextsChange[] {
  const fields: readonly string[] = TRANSLATED[kind]
  return differences
    .filter(({ field }) => fields.includes(field))
    .map(({ field, before, after }) => ({
      kind,
      recordId,
      field,
      before: (before ?? {}) as Texts,
      after: (after ?? {}) as Texts,
    }))
}

type ProductTexts = Readonly<Record<(typeof TRANSLATED)['product'][number], Texts>>

/** The same of a product, whose differences tell of each language alone. */
export function productTexts(recordId: string, before: ProductTexts, after: ProductTexts): TextsChange[] {
  return TRANSLATED.product.map((field) => ({
    kind: 'product',
    recordId,
    field,
    before: before[field],
    after: after[field],
  }))
}

interface NamedChoice {
  readonly code: string
  readonly names: Texts
}
interface NamedOption extends NamedChoice {
  readonly choices: readonly NamedChoice[]
}

/** The names of a product's options; what is there no more leaves nothing behind. */
export function optionTexts(
  recordId: string,
  before: readonly NamedOption[],
  after: readonly NamedOption[],
): TextsChange[] {
  return namesChanged({ kind: 'option', recordId }, flat(before), flat(after))
}

/** The same of an attribute's choices. */
export function choiceTexts(
  recordId: string,
  before: readonly NamedChoice[],
  after: readonly NamedChoice[],
): TextsChange[] {
  return namesChanged({ kind: 'choice', recordId }, before, after)
}

const flat = (options: readonly NamedOption[]): NamedChoice[] =>
  options.flatMap(({ code, names, choices }) => [
    { code, names },
    ...choices.map((choice) => ({ code: `${code}.${choice.code}`, names: choice.names })),
  ])

function namesChanged(
  where: { readonly kind: NestedKind; readonly recordId: string },
  before: readonly NamedChoice[],
  after: readonly NamedChoice[],
): TextsChange[] {
  const now = new Map(after.map(({ code, names }) => [code, names]))
  return before.map(({ code, names }) => ({ ...where, field: code, before: names, after: now.get(code) ?? {} }))
}

/** Where a translation stands. What nobody noted as a draft was written by who may change the record, and counts as approved. */
export const TEXT_STATES = ['missing', 'draft', 'outdated', 'approved'] as const
export type TextState = (typeof TEXT_STATES)[number]

export function textState(text: {
  readonly text: string
  readonly isDraft: boolean
  readonly sourceWas: string | null
}): TextState {
  if (text.text === '') return 'missing'
  if (text.sourceWas !== null) return 'outdated'
  return text.isDraft ? 'draft' : 'approved'
}

/** A word of the shop's own. */
export interface Term {
  readonly code: string
  readonly names: Texts
  /** The same in every language. */
  readonly kept: boolean
  readonly note: string
}

export type SavedTerm = Term & { readonly version: number }

export interface TermHint {
  readonly term: string
  /** How the language says it; the term itself where it is kept. */
  readonly wanted: string
  readonly note: string
  /** Whether the translation says it so. */
  readonly used: boolean
}

/** The shop's words in a source, and whether its translation uses them; words in markup count as well. */
export function termHints(
  terms: readonly Term[],
  { source, text, language }: { readonly source: string; readonly text: string; readonly language: string },
): TermHint[] {
  return terms.flatMap(({ names, kept, note }) => {
    const term = names[DEFAULT_LANGUAGE] ?? ''
    const wanted = kept ? term : names[language]
    if (wanted === undefined || !says(source, term)) return []
    return [{ term, wanted, note, used: says(text, wanted) }]
  })
}

/** As whole words, whatever their case: *pan* is not in *pancake*. */
function says(text: string, words: string): boolean {
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'iu').test(text)
}
