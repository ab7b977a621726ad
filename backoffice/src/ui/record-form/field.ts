/** Those in which the house writes; English is the one that is always there. */
export const LANGUAGES = ['en', 'it', 'es', 'id'] as const

/** A language by its own name, as a person who speaks it looks for it. */
export function languageName(language: string): string {
  // CLDR calls Indonesian only by the country's name.
  if (language === 'id') return 'Bahasa Indonesia'
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

export interface Option {
  readonly value: string
  readonly label: string
}

interface Named {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  /** Stands beside the next half on a wide screen. */
  readonly half?: boolean
  /** Why it cannot be changed any more. */
  readonly fixed?: string | undefined
}

/** One field of a record's form, by what goes into it. */
export type Field = Named &
  (
    | {
        readonly kind: 'text'
        readonly maxLength?: number
        readonly type?: 'text' | 'email' | 'tel'
        readonly autoComplete?: string
      }
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | { readonly kind: 'many'; readonly options: readonly Option[] }
    | { readonly kind: 'switch' }
    | { readonly kind: 'integer'; readonly minimum: number; readonly maximum: number; readonly unit?: string }
    | { readonly kind: 'texts'; readonly maxLength?: number; readonly long?: boolean }
    | { readonly kind: 'moneys'; readonly currencies: readonly string[] }
    | { readonly kind: 'decimal'; readonly unit?: string }
    | { readonly kind: 'date' }
  )

export type Values = Readonly<Record<string, unknown>>

/** What a required field lacks: nothing is sent while this names one. */
export function lackingOf(fields: readonly Field[], values: Values): string[] {
  return fields.filter((field) => !field.optional && isEmpty(field, values[field.name])).map(({ name }) => name)
}

function isEmpty({ kind }: Field, value: unknown): boolean {
  if (kind === 'switch') return false
  if (kind === 'many') return !Array.isArray(value) || value.length === 0
  if (kind === 'integer') return typeof value !== 'number'
  if (kind === 'texts') return String((value as { en?: string } | undefined)?.en ?? '').trim() === ''
  if (kind === 'moneys') return Object.values((value as object | undefined) ?? {}).every((one) => one === undefined)
  return String(value ?? '').trim() === ''
}

/** A name as a code: `Bottega Laguna` is `bottega-laguna`. */
export function codeOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
}
