import type { Change } from '../audit/record.ts'
import { sayReason, type Translate, type Translations } from '../i18n/translate.ts'
import type { TimelineRow } from './read-timeline.ts'

type Told = Pick<TimelineRow, 'kind' | 'name' | 'state' | 'version'>

/** Facts and acts that are told in the same words: places in both lists belong together. */
export interface SaidTwice {
  /** `parcel_packed` */
  readonly events: readonly string[]
  /** `fulfilment:pack` */
  readonly actions: readonly string[]
}

interface About {
  /** `orders:pay` */
  readonly action: string
  /** Kind of record: `order`. */
  readonly type: string
}

interface ValueOf extends About {
  readonly field: string
}

export interface ToldChange extends Change {
  readonly label: string
  readonly beforeSaid?: string
  readonly afterSaid?: string
}

interface Telling extends About {
  readonly translate: Translate
}

/** What was done with others' agreement says whose, in any department (host/context.ts). */
export const APPROVED_BY = 'approvedBy'

/**
 * Words for what departments call their facts and acts. They stand with the department, under `timeline.event.order_placed`,
 * `timeline.action.cancel` (and `.cancel_first` where the first version deserves a word of its own), `timeline.job.send_refund`
 * and `timeline.field.state`; where there are none, the machine's name is made readable rather than hidden.
 */
// i18n-dynamic: timeline.*
export class TimelineWords {
  readonly #translations: Translations
  readonly #keys = new Map<string, string | undefined>()
  /** What a department calls the same as a fact and as an act: where both stand, a reader is told once. */
  readonly saidTwice: SaidTwice

  constructor(translations: Translations) {
    this.#translations = translations
    this.saidTwice = saidTwice(translations)
  }

  title({ kind, name, state, version }: Told, translate: Translate): string {
    if (kind === 'mail') return name
    if (kind === 'file') return translate(`host.timeline.file_${state ?? 'added'}`, { name })
    if (kind === 'event') return this.#say(`event.${plain(name.replace(/\.v\d+$/, ''))}`, translate) ?? readable(name)
    if (kind === 'job') return this.#say(`job.${plain(name)}`, translate) ?? readable(name)
    const [department = '', action = ''] = name.split(':')
    const key = `${department}.timeline.action.${plain(action)}`
    if (version === 1 && this.#translations.has(`${key}_first`)) return translate(`${key}_first`)
    return this.#translations.has(key) ? translate(key) : readable(action)
  }

  /** A message of the house's own, or a code for which the department has words under `reasons`: those, and behind them the code of a bank. */
  reason(reason: string | null, action: string, translate: Translate): string | null {
    const [department = ''] = action.split(':')
    const known =
      reason !== null && /^([A-Z]{2,4}\d{0,2}|[a-z]+(_[a-z]+)*)$/.test(reason)
        ? `${department}.reasons.${reason}`
        : undefined
    if (known !== undefined && this.#translations.has(known)) {
      return /^[A-Z]/.test(reason ?? '') ? `${translate(known)} (${reason})` : translate(known)
    }
    return sayReason(reason, this.#translations, translate)
  }

  /** `variants.MUG-1.gtin` keeps the part between: it is the shop's own. */
  field(name: string, action: string, translate: Translate): string {
    if (name === APPROVED_BY) return translate('host.timeline.approved_by')
    const [department = ''] = action.split(':')
    const own = `${department}.timeline.field.${plain(name)}`
    if (this.#translations.has(own)) return translate(own)
    if (name === 'amount') return translate('host.timeline.amount')
    const [first = '', ...rest] = name.split('.')
    const head = `${department}.timeline.field.${plain(first)}`
    const label = this.#translations.has(head) ? translate(head) : readable(first)
    return rest.length === 0
      ? label
      : `${label} · ${rest.map((part) => this.#part(part, department, translate)).join(' · ')}`
  }

  /**
   * A change as it is told: its field, and codes of what is chosen from a few, by the words that a list has for them, else by
   * `timeline.value.kind.team`.
   */
  change(change: Change, { translate, ...about }: Telling): ToldChange {
    const { field, before, after } = change
    const [beforeSaid, afterSaid] = [before, after].map((value) => this.#said(value, { ...about, field }, translate))
    return {
      ...change,
      ...(beforeSaid === undefined ? {} : { beforeSaid }),
      ...(afterSaid === undefined ? {} : { afterSaid }),
      label: this.field(field, about.action, translate),
    }
  }

  #said(value: unknown, { field, action, type }: ValueOf, translate: Translate): string | undefined {
    if (typeof value !== 'string' || !/^[a-z][a-z_]{1,39}$/.test(value)) return undefined
    const [department = ''] = action.split(':')
    const ofLists = [`${type}s`, type].map((list) => `${department}.lists.${list}.values.${field}.${value}`)
    const key = [...ofLists, `${department}.timeline.value.${plain(field)}.${value}`].find((one) =>
      this.#translations.has(one),
    )
    return key === undefined ? undefined : translate(key)
  }

  #part(part: string, department: string, translate: Translate): string {
    const key = `${department}.timeline.field.${plain(part)}`
    return this.#translations.has(key) ? translate(key) : part
  }

  /** Events and jobs carry no department in their names: whoever has words for them is theirs. */
  #say(rest: string, translate: Translate): string | undefined {
    if (!this.#keys.has(rest)) {
      const keys = this.#translations.namespaces.map((namespace) => `${namespace}.timeline.${rest}`)
      this.#keys.set(
        rest,
        keys.find((key) => this.#translations.has(key)),
      )
    }
    const key = this.#keys.get(rest)
    return key === undefined ? undefined : translate(key)
  }
}

function saidTwice(translations: Translations): SaidTwice {
  const say = translations.for('en')
  const pairs = translations.namespaces.flatMap((department) => {
    const [events, actions] = ['event', 'action'].map((kind) => `${department}.timeline.${kind}`) as [string, string]
    return translations.under(events).flatMap((event) =>
      translations
        .under(actions)
        .filter((action) => say(`${events}.${event}`) === say(`${actions}.${action}`))
        .map((action) => [event, `${department}:${action}`] as const),
    )
  })
  return { events: pairs.map(([event]) => event), actions: pairs.map(([, action]) => action) }
}

const known = new WeakMap<Translations, TimelineWords>()

/** One for all that tell of the same words. */
export function timelineWords(translations: Translations): TimelineWords {
  const words = known.get(translations) ?? new TimelineWords(translations)
  known.set(translations, words)
  return words
}

/** `order.placed` and `send-refund` as parts of a message key. */
const plain = (name: string) =>
  name.replaceAll(/[^A-Za-z0-9]+/g, '_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const readable = (name: string) =>
  name
    .replace(/\.v\d+$/, '')
    .replaceAll(/[._:-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
