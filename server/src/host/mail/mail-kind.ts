import type { House } from '../context.ts'
import type { Permission } from '../http/route.ts'
import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts'
import type { Translate } from '../i18n/translate.ts'
import type { DraftBlock } from './template.ts'

export interface MailLine {
  readonly what: string
  readonly quantity: number
  /** In words of the letter's language. */
  readonly total: string
}

export interface MailTotal {
  readonly label: string
  readonly amount: string
}

export interface MailLink {
  readonly label: string
  readonly url: string
}

/** What a value is, and so which block shows it: `text` stands within sentences, everything else is a block of its own. */
export interface MailValueTypes {
  /** A few words, already written in the letter's language: a number, a name, an amount, a day. */
  readonly text: string
  /** Where a button leads. */
  readonly link: string
  readonly lines: readonly MailLine[]
  readonly totals: readonly MailTotal[]
  readonly address: readonly string[]
  /** Paragraphs that the department writes, because they hang on the case: what the buyer agreed to. */
  readonly notes: readonly string[]
  readonly links: readonly MailLink[]
  /** Small print that nobody words anew: who sells, how to withdraw. */
  readonly legal: readonly string[]
}

export type MailValueType = keyof MailValueTypes
export type MailOffer = Readonly<Record<string, MailValueType>>
/** What a letter is filled with. Empty (`''`, no rows) is *not there in this case*: blocks that need it are left out. */
export type MailValues<Offer extends MailOffer> = { readonly [Name in keyof Offer]: MailValueTypes[Offer[Name]] }
export type AnyMailValues = Readonly<Record<string, MailValueTypes[MailValueType]>>

/** A real record, for looking at a template with. Links are put aside by the preview: they may open without an account. */
export interface MailExample<Offer extends MailOffer> {
  /** As people call it: the number of the order. */
  readonly label: string
  readonly locale: string
  readonly market: string
  readonly values: MailValues<Offer>
}

export interface ExampleSource<Offer extends MailOffer> {
  /** What it takes to see such a record. */
  readonly permission: Exclude<Permission, 'public'>
  /** By the number that people know, or the latest where none is asked for; in the language that is looked at. */
  readonly find: (
    house: House,
    asked: { readonly number: string | undefined; readonly locale: Locale },
  ) => Promise<MailExample<Offer> | undefined>
}

/** Why a value cannot be left out of a template: the law demands it, or without it the mail is of no use. */
export type Reason = 'law' | 'function'

/**
 * `transactional`: what somebody did or asked for makes it necessary. `marketing`: everything that promotes the shop, its goods or its image
 * (Directive 2000/31/EC, art. 2(f)); it goes only to whom a permit names.
 */
export type MailNature = 'transactional' | 'marketing'

export interface MailKind<Offer extends MailOffer = MailOffer, Nature extends MailNature = MailNature> {
  /** `order-confirmation`; one for ever, for kept mails name it. Words: `<department>.mails.order_confirmation`. */
  readonly kind: string
  /** Customers' mails say at their foot who sells. */
  readonly audience: 'customer' | 'staff'
  readonly nature: Nature
  readonly values: Offer
  readonly required: Partial<Readonly<Record<keyof Offer & string, Reason>>>
  /** Message keys of the house's own template begin with this: `orders.confirmation`. */
  readonly words: string
  /** The house's own template; its texts are message keys below `words`, with the values' names as their blanks. */
  readonly template: {
    readonly subject: string
    readonly preheader?: string
    readonly blocks: readonly DraftBlock[]
  }
  /** Stated values for looking at it where there is no record yet. */
  readonly sample: (locale: Locale, translate: Translate) => MailValues<Offer>
  readonly example?: ExampleSource<Offer>
}

/** A kind as a manifest lists it, whatever it offers. */
// oxlint-disable-next-line typescript/no-explicit-any -- kinds of every offer stand in one list
export type AnyMailKind = MailKind<any, any>

export function defineMail<const Offer extends MailOffer, const Nature extends MailNature>(
  kind: MailKind<Offer, Nature>,
): MailKind<Offer, Nature> {
  return Object.freeze(kind)
}

/** `order-confirmation` -> `order_confirmation`, as its words are called. */
// i18n-dynamic: mails.*
export const wordOfKind = (kind: string): string => kind.replaceAll('-', '_')

/** The language that a letter to a reader of this language is written in. */
export const mailLocale = (locale: string): Locale => (isLocale(locale) ? locale : defaultLocale)
