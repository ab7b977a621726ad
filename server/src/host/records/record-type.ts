import { Type } from 'typebox'
import type { Change } from '../audit/record.ts'
import type { House } from '../context.ts'
import type { Database } from '../database/pool.ts'
import { idSchema } from '../http/schemas.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Call, Permission, PlaceOf } from '../http/route.ts'

/** A kind of record that carries files and has a timeline. Declared by the department that owns it, under its audited name. */
export interface RecordType {
  /** To see its files and what happened to it. */
  readonly read: Exclude<Permission, 'public'>
  /** To add and remove files. */
  readonly write: Exclude<Permission, 'public'>
  /** What its id is, where that is no UUID. */
  readonly keyedBy?: 'code'
  /** For those who are narrowed to some rows; without it they see no files and no timeline of such records. */
  readonly place?: PlaceOf
  readonly exists: (reader: Pick<Database, 'row'>, id: string) => Promise<boolean>
  /** Where one opens in the back office, for those who are pointed at it: `/orders/0192...`. */
  readonly path?: (id: string) => string
  /** Id -> what people call it, of those that exist. */
  readonly titles?: (
    reader: Pick<Database, 'rows'>,
    ids: readonly string[],
    locale: Locale,
  ) => Promise<ReadonlyMap<string, string>>
  /** Words for what `titles` answers, where that is a code. */
  readonly sayTitle?: (title: string, say: Pick<House, 'translations'> & { readonly locale: Locale }) => string
  /** What its trail keeps as ids and amounts, in words: asked once for all changes that are shown. */
  readonly tellParts?: (call: Call, changes: readonly Change[]) => Promise<TellPart>
}

export type TellPart = <C extends Change>(change: C) => C

export interface NamedRecordType extends RecordType {
  /** As the audit trail calls it: `order`. */
  readonly type: string
}

const codeSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' })

export const recordIdSchema = ({ keyedBy }: Pick<RecordType, 'keyedBy'>) => (keyedBy === 'code' ? codeSchema : idSchema)
export const recordParams = (record: Pick<RecordType, 'keyedBy'>) => Type.Object({ id: recordIdSchema(record) })

/** `listOrderFiles`: one operation for each kind of record. */
export function operationName(verb: string, { type }: NamedRecordType, noun: string): string {
  const name = type.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return `${verb}${name}${noun}`
}
