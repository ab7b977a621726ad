import type { Translate, Translations } from '../i18n/translate.ts'
import type { TimelineRow } from './read-timeline.ts'

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
  readonly #namespaces: readonly string[]
  readonly #keys = new Map<string, string | undefined>()

  constructor(translations: Translations, namespaces: readonly string[]) {
    this.#translations = translations
    this.#namespaces = namespaces
  }

  title({ kind, name, state, version }: TimelineRow, translate: Translate): string {
    if (kind === 'mail') return name
    if (kind === 'file') return translate(`host.timeline.file_${state ?? 'added'}`, { name })
    if (kind === 'event') return this.#say(`event.${plain(name.replace(/\.v\d+$/, ''))}`, translate) ?? readable(name)
    if (kind === 'job') return this.#say(`job.${plain(name)}`, translate) ?? readable(name)
    const [department = '', action = ''] = name.split(':')
    const key = `${department}.timeline.action.${plain(action)}`
    if (version === 1 && this.#translations.has(`${key}_first`)) return translate(`${key}_first`)
    return this.#translations.has(key) ? translate(key) : readable(action)
  }

  /** `variants.MUG-1.gtin` keeps the part between: it is the shop's own. */
  field(name: string, action: string, translate: Translate): string {
    if (name === APPROVED_BY) return translate('host.timeline.approved_by')
    const [department = ''] = action.split(':')
    const own = `${department}.timeline.field.${plain(name)}`
    if (this.#translations.has(own)) return translate(own)
    const [first = '', ...rest] = name.split('.')
    const head = `${department}.timeline.field.${plain(first)}`
    const label = this.#translations.has(head) ? translate(head) : readable(first)
    return rest.length === 0
      ? label
      : `${label} · ${rest.map((part) => this.#part(part, department, translate)).join(' · ')}`
  }

  #part(part: string, department: string, translate: Translate): string {
    const key = `${department}.timeline.field.${plain(part)}`
    return this.#translations.has(key) ? translate(key) : part
  }

  /** Events and jobs carry no department in their names: whoever has words for them is theirs. */
  #say(rest: string, translate: Translate): string | undefined {
    if (!this.#keys.has(rest)) {
      const keys = this.#namespaces.map((namespace) => `${namespace}.timeline.${rest}`)
      this.#keys.set(
        rest,
        keys.find((key) => this.#translations.has(key)),
      )
    }
    const key = this.#keys.get(rest)
    return key === undefined ? undefined : translate(key)
  }
}

/** `order.placed` and `send-refund` as parts of a message key. */
const plain = (name: string) =>
  name.replaceAll(/[^A-Za-z0-9]+/g, '_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const readable = (name: string) =>
  name
    .replace(/\.v\d+$/, '')
    .replaceAll(/[._:-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
