import type { MoneyJson } from '../../kernel/money.ts'
import type { Database } from '../database/pool.ts'
import type { Permission } from '../http/route.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Translate } from '../i18n/translate.ts'
import type { RecordRef } from './record-directory.ts'

/** A screen of the back office, narrowed where that says what is meant. */
export interface RelatedPlace {
  readonly path: string
  readonly filter?: readonly string[]
  readonly search?: string
}

/** Something that belongs to a record of another kind: a payment of an order, an order of a customer. */
export interface RelatedRow extends RecordRef {
  /** Only of what is no declared kind of record: those say themselves what they are called and where they open. */
  readonly title?: string
  readonly place?: RelatedPlace
  /** In words. */
  readonly state?: string
  readonly amount?: MoneyJson
  readonly at?: Date
}

export interface RelatedQuestion {
  /** Of the record whose page is open. */
  readonly id: string
  /** Newest or most pressing first; one more than are shown, to know whether there are others. */
  readonly limit: number
  readonly translate: Translate
  readonly locale: Locale
}

/**
 * What a department shows on the pages of another's records. Declared by who owns the related rows, since only they know how to
 * find them; one indexed read each, and none at all for who may not read such rows.
 */
export interface RelatedSource {
  /** Words: `<department>.related.<name>`. */
  readonly name: string
  readonly permission: Exclude<Permission, 'public'>
  readonly find: (reader: Pick<Database, 'row' | 'rows'>, question: RelatedQuestion) => Promise<readonly RelatedRow[]>
  /** Where all of them stand. */
  readonly all?: (id: string) => RelatedPlace
}

export interface NamedRelatedSource extends RelatedSource {
  readonly department: string
}
