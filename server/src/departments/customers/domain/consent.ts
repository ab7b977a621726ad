import type { Id } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export type PurposeId = Id<'consent-purpose'>
export type ConsentId = Id<'consent'>

/** By what somebody is reached, or, of `profiling`, what is made of their data. */
export const CONSENT_CHANNELS = ['email', 'sms', 'phone', 'post', 'profiling'] as const
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]

/** Where a shopper is asked. */
export const ASKING_PLACES = ['checkout', 'registration', 'account'] as const
export type AskingPlace = (typeof ASKING_PLACES)[number]

/** How somebody said it: where they were asked, by a link in a mail, by one click of their mail program, or to a person of the shop. */
export const CONSENT_WAYS = [...ASKING_PLACES, 'link', 'one_click', 'staff', 'import'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** `claimed`: somebody agreed for an address that they had not proved to be theirs. It counts for nothing. */
export const CONSENT_STATES = ['claimed', 'given', 'withdrawn'] as const
export type ConsentState = (typeof CONSENT_STATES)[number]

export interface PurposeDraft {
  readonly names: Readonly<Record<string, string>>
  /** What people read and agree to, or object to. */
  readonly texts: Readonly<Record<string, string>>
  readonly channel: ConsentChannel
  /** None: every market. */
  readonly markets: readonly string[]
  readonly askedAt: readonly AskingPlace[]
  /** Who is not signed in confirms by a link in a mail. */
  readonly confirmed: boolean
  /** Customers may be written to unless they object (Directive 2002/58/EC, art. 13(2)). */
  readonly softOptIn: boolean
  readonly position: number
  readonly retired: boolean
}

/** Trimmed and in a fixed order, so that the same purpose is always written the same. */
export function soundPurpose(draft: PurposeDraft): Result<PurposeDraft> {
  const names = trimmed(draft.names)
  if (!names['en']) return refusals.consent_name_missing({ field: 'names' })
  const texts = trimmed(draft.texts)
  if (!texts['en']) return refusals.consent_text_missing({ field: 'texts' })
  // Art. 13(2) speaks of electronic contact details for electronic mail: letters that a program can send, no calls, no profiles.
  if (draft.softOptIn && draft.channel !== 'email' && draft.channel !== 'sms')
    return refusals.soft_opt_in_of_channel({ field: 'softOptIn' })
  const markets = [...new Set(draft.markets)].sort()
  const askedAt = ASKING_PLACES.filter((place) => draft.askedAt.includes(place))
  return ok({ ...draft, names, texts, markets, askedAt })
}

const LANGUAGES = ['en', 'it', 'es', 'id']

function trimmed(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const said = LANGUAGES.flatMap((locale) => (texts[locale]?.trim() ? [[locale, texts[locale].trim()]] : []))
  return Object.fromEntries(said) as Record<string, string>
}

/** What is known before somebody says something. */
export interface Standing {
  /** Undefined: nothing was ever said. */
  readonly state: ConsentState | undefined
  /** Of the last record. */
  readonly wording: number | undefined
  readonly confirmed: boolean
  /** Somebody has an account under this address. */
  readonly registered: boolean
}

export interface Said {
  readonly give: boolean
  /** The number of the wording that was read. */
  readonly wording: number
  /** Whoever says it is signed in, has a link that only their mail box had, or was heard by staff. */
  readonly proved: boolean
}

/**
 * What is recorded; undefined where it changes nothing. Anybody can type anybody's address: who has proved nothing cannot agree for
 * an address that has an account, that once said no, or where the purpose wants it confirmed. An objection always holds, whoever
 * brings it: a mail too few harms nobody.
 */
export function decideConsent(
  { state, wording, confirmed, registered }: Standing,
  said: Said,
): ConsentState | undefined {
  if (!said.give) return state === 'withdrawn' ? undefined : 'withdrawn'
  if (state === 'given') return said.proved && wording !== said.wording ? 'given' : undefined
  if (said.proved) return 'given'
  if (!registered && !confirmed && state === undefined) return 'given'
  return state === 'claimed' && wording === said.wording ? undefined : 'claimed'
}

/** The network that a request came from, not the machine: enough to show that it was not the shop itself, too little to follow anybody. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(mapped)
  if (four) return `${four[1]}.0/24`
  const [head = ''] = mapped.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const whole = [...groups, '0', '0', '0'].slice(0, 3)
  return mapped.includes(':') ? `${whole.join(':')}::/48` : ''
}
