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
  /** Why it cannot be changed (any more). */
  readonly fixed?: string | undefined
}

/** A unit that people type, as so many powers of ten of the smallest: grams, then `{ label: 'kg', exponent: 3 }`. */
export interface UnitOption {
  readonly label: string
  readonly exponent: number
}

/** One field of a record's form, by what goes into it; beside each kind stands the value that it holds. */
export type Field = Named &
  /** Text. */
  (
    | {
        readonly kind: 'text'
        readonly maxLength?: number
        readonly type?: 'text' | 'email' | 'tel'
        readonly autoComplete?: string
        /** What is likely meant; anything else may be typed too. */
        readonly suggestions?: readonly string[]
        /** More than one makes it a text of several lines. */
        readonly lines?: number
      }
    /** The option's value. */
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    /** The values of those that are chosen. */
    | { readonly kind: 'many'; readonly options: readonly Option[] }
    /** Texts that people make up themselves. */
    | { readonly kind: 'tags'; readonly maxLength?: number }
    /** True or false. */
    | { readonly kind: 'switch' }
    /** A whole number. */
    | { readonly kind: 'integer'; readonly minimum: number; readonly maximum: number; readonly unit?: string }
    /** A whole number of the first (smallest) unit, typed in any of them. */
    | { readonly kind: 'quantity'; readonly units: readonly UnitOption[]; readonly maximum?: number }
    /** A decimal as text with a point, `12.5`: never a float. */
    | { readonly kind: 'decimal'; readonly scale: number; readonly unit?: string }
    /** Texts by language; `one` shows the language that the form is in, `all` shows all. */
    | {
        readonly kind: 'texts'
        readonly maxLength?: number
        readonly long?: boolean
        /** Restricted HTML (host/rich-text), written with headings, lists and links; one language at a time. */
        readonly rich?: boolean
        readonly show?: 'one' | 'all'
      }
    /** `{amount, currency}`. */
    | { readonly kind: 'money'; readonly currency: string }
    /** Amounts by currency. */
    | { readonly kind: 'moneys'; readonly currencies: readonly string[] }
    /** A local day: `2026-11-22`. */
    | { readonly kind: 'date'; readonly earliest?: string }
    /** An instant (RFC 3339), typed as the clock of `zone` shows it. */
    | { readonly kind: 'date-time'; readonly zone: string }
    /** `{from, to}`: local days, both counted in. */
    | { readonly kind: 'date-range' }
    /** `{country, street, …}`: parts, their order and their names follow the country. */
    | {
        readonly kind: 'address'
        readonly countries: readonly Option[]
        /** Why the country cannot be changed. */
        readonly fixedCountry?: string | undefined
        /** Only these of the parts that the country has. */
        readonly parts?: readonly string[]
      }
    /** Drawn by the form itself; `say` tells its value where two people changed it. What is one thing in several parts stands in an array. */
    | { readonly kind: 'own'; readonly say: (value: unknown) => string }
    /** `{kind, id, title}` of a record that the house's search finds. */
    | { readonly kind: 'record'; readonly kinds: readonly string[] }
  )

export type Values = Readonly<Record<string, unknown>>

/** What stands in a field and cannot be read as its value; it is kept as it was typed and never sent. */
export interface Unread {
  readonly unread: string
}

export function isUnread(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && 'unread' in value
}

/** Fields that keep the form from being sent: left empty though needed, or not to be read as what they should hold. */
export function flawsOf(fields: readonly Field[], values: Values): Readonly<Record<string, 'missing' | 'unread'>> {
  const flaws: Record<string, 'missing' | 'unread'> = {}
  for (const field of fields) {
    const value = values[field.name]
    if (field.fixed !== undefined) continue
    if (holdsUnread(value) || isTurned(field, value)) flaws[field.name] = 'unread'
    else if (!field.optional && isEmpty(field, value)) flaws[field.name] = 'missing'
  }
  return flaws
}

function holdsUnread(value: unknown): boolean {
  if (isUnread(value)) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(isUnread)
}

/** A time that ends before it begins. */
function isTurned({ kind }: Field, value: unknown): boolean {
  const { from, to } = (value ?? {}) as { readonly from?: unknown; readonly to?: unknown }
  return kind === 'date-range' && typeof from === 'string' && typeof to === 'string' && from > to
}

function isEmpty(field: Field, value: unknown): boolean {
  const parts = (value ?? {}) as Readonly<Record<string, unknown>>
  switch (field.kind) {
    case 'switch':
      return false
    case 'many':
    case 'tags':
      return !Array.isArray(value) || value.length === 0
    case 'integer':
    case 'quantity':
      return typeof value !== 'number'
    case 'texts':
      return String(parts.en ?? '').trim() === ''
    case 'moneys':
      return Object.values(parts).every((one) => one === undefined)
    case 'date-range':
      return !parts.from || !parts.to
    case 'address':
      return !parts.country
    case 'money':
    case 'record':
      return value === null || value === undefined
    default:
      return String(value ?? '').trim() === ''
  }
}

/** A name as a code: `Bottega Laguna` is `bottega-laguna`. */
export function codeOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
}
