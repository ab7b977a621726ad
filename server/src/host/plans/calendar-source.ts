import type { Database } from '../database/pool.ts'
import type { Permission } from '../http/route.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Translate } from '../i18n/translate.ts'

/** What a department shows on everybody's calendar beside the plans that people keep by hand. */
export interface CalendarSource {
  /** One word for its filter and its colour; its name stands under `<department>.calendar.<kind>`. */
  readonly kind: string
  /** Whoever lacks it does not see these entries, on no screen and in no feed. */
  readonly permission: Exclude<Permission, 'public'>
  /** It asks itself who looks: what it tells is theirs. Of others, who is narrowed sees what names their markets or locations. */
  readonly own?: true
  readonly entries: (reader: Pick<Database, 'rows'>, asked: CalendarQuestion) => Promise<readonly SourceEntry[]>
}

/** The department's name is added where the manifests are put together. */
export interface NamedCalendarSource extends CalendarSource {
  readonly department: string
}

export interface CalendarQuestion {
  readonly startsAt: Date
  readonly endsAt: Date
  /** The same as local dates, both included. */
  readonly fromOn: string
  readonly toOn: string
  /** No more than so many, the earliest first. */
  readonly limit: number
  readonly locale: Locale
  readonly translate: Translate
  /** Who looks, for what is somebody's own. */
  readonly staffId: string
}

export interface SourceEntry {
  /** The same at every call: calendars outside know an entry by it. */
  readonly id: string
  readonly title: string
  readonly when: EntryTime
  /** Below the back office. */
  readonly path?: string
  readonly markets?: readonly string[]
  readonly locations?: readonly string[]
  readonly note?: string
}

export type EntryTime =
  | { readonly allDay: true; readonly fromOn: string; readonly toOn: string }
  | { readonly allDay: false; readonly startsAt: Date; readonly endsAt: Date }
