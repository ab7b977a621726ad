import { assert } from '../../kernel/assert.ts'
import type { Organisation } from '../context.ts'
import type { Database } from '../database/pool.ts'
import type { Department } from '../department.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Translations } from '../i18n/translate.ts'
import type { MailGate } from './mail-gate.ts'
import type { AnyMailKind } from './mail-kind.ts'

export type NamedMailKind = AnyMailKind & { readonly department: string }

/** Around every letter: who writes, and who is behind it. */
export interface MailFrame {
  readonly shop: string
  /** Name, address, numbers and how to reach them, one a row. */
  readonly seller: readonly string[]
}

export interface FrameQuestion {
  readonly organisation: Organisation
  readonly translations: Translations
  readonly locale: Locale
  /** Code of the market that the letter belongs to; whoever sells there writes. */
  readonly market: string | undefined
}

/** Declared by the one department that knows as whom the house sells. */
export type FrameSource = (reader: Pick<Database, 'row' | 'rows'>, question: FrameQuestion) => Promise<MailFrame>

export interface MailLogo {
  readonly png: Buffer
  /** As shown; the picture has twice as many. */
  readonly width: number
  readonly height: number
}

/** All kinds of mail of the house and what surrounds them: a port of every house. */
export interface MailDesk {
  readonly kinds: ReadonlyMap<string, NamedMailKind>
  readonly frame: FrameSource | undefined
  /** Undefined: nothing of the nature `marketing` leaves the house. */
  readonly gate?: MailGate | undefined
  /** The shop's own sign, where it has one. */
  readonly logo?: (() => Promise<MailLogo | undefined>) | undefined
}

export function gatherMails(manifests: readonly Department[]): MailDesk {
  const all = manifests.flatMap(({ name, mails = [] }) => mails.map((one) => ({ ...one, department: name })))
  const kinds = new Map(all.map((one) => [one.kind, one]))
  assert(kinds.size === all.length, 'two departments declare a mail of the same kind')
  return {
    kinds,
    frame: manifests.map(({ mailFrame }) => mailFrame).find((one) => one !== undefined),
    gate: manifests.map(({ mailGate }) => mailGate).find((one) => one !== undefined),
  }
}

declare module '../context.ts' {
  interface Ports {
    readonly mails?: MailDesk
  }
}
