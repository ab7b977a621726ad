import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { elide } from './elide.ts'
import { locales, type Locale } from './locales.ts'

export interface MessageTree {
  readonly [key: string]: string | MessageTree
}

/** Message values: text, numbers, dates. Amounts are formatted with `formatMoney` first. */
export type MessageValues = Readonly<Record<string, string | number | Date>>

/** Key -> text in one language; ICU messages. A missing key is a fault at start-up's test, and shows its key meanwhile. */
export type Translate = (key: string, values?: MessageValues) => string

export interface Translations {
  readonly for: (locale: Locale) => Translate
  readonly has: (key: string) => boolean
  /** Names of the messages that stand directly under a key, `orders.timeline.event` -> `order_placed`, ...; none where there are none. */
  readonly under: (key: string) => readonly string[]
  /** Who has words: the first segment of keys. */
  readonly namespaces: readonly string[]
}

export interface MessageSource {
  /** First segment of every key of the folder: `orders`, `storefront`, `host`. */
  readonly namespace: string
  /** Folder with en.json, it.json, es.json, id.json. */
  readonly folder: string
}

/** Reasons that the house itself gave are kept as the key of a message, and told in the language of who reads them. */
export const sayReason = (reason: string | null, translations: Translations, translate: Translate): string | null =>
  reason !== null && translations.has(reason) ? translate(reason) : reason

export function loadTranslations(sources: readonly MessageSource[]): Translations {
  const translators = new Map(locales.map((locale) => [locale, translatorFor(locale, messagesOf(sources, locale))]))
  const english = messagesOf(sources, 'en')
  const get = (locale: Locale): Translate => {
    const found = translators.get(locale)
    if (!found) throw new Error(`No messages for ${locale}`)
    return found
  }
  const namespaces = sources.map(({ namespace }) => namespace)
  const under = (key: string) => {
    const found = lookUp(english, key)
    return typeof found === 'object' ? Object.keys(found).filter((name) => typeof found[name] === 'string') : []
  }
  return { for: get, has: (key) => typeof lookUp(english, key) === 'string', under, namespaces }
}

function messagesOf(sources: readonly MessageSource[], locale: Locale): MessageTree {
  const tree: Record<string, MessageTree> = {}
  for (const { namespace, folder } of sources) {
    const file = join(folder, `${locale}.json`)
    if (existsSync(file)) tree[namespace] = JSON.parse(readFileSync(file, 'utf8')) as MessageTree
  }
  return tree
}

function lookUp(tree: MessageTree, key: string): string | MessageTree | undefined {
  let node: string | MessageTree | undefined = tree
  for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined
  return node
}

/**
 * A message of plain words and `{names}` alone, ready to be filled in; undefined where it needs ICU (plurals, quotes, tags).
 * Most of a page is made of such messages, and the ICU machinery takes some ten microseconds for each.
 */
function partsOf(message: string | MessageTree | undefined): readonly string[] | undefined {
  if (typeof message !== 'string') return undefined
  const parts = message.split(/\{(\w+)\}/)
  return parts.some((part, index) => index % 2 === 0 && /[{}<>']/.test(part)) ? undefined : parts
}

/** Words at even places, names at odd ones. Numbers and dates are ICU's to write, and so is the fault of a missing value. */
function fillIn(parts: readonly string[], values: MessageValues | undefined): string | undefined {
  let text = parts[0] ?? ''
  for (let index = 1; index < parts.length; index += 2) {
    const value = values?.[parts[index] ?? '']
    if (typeof value !== 'string') return undefined
    text += value + (parts[index + 1] ?? '')
  }
  return text
}

function translatorFor(locale: Locale, messages: MessageTree): Translate {
  const translator = createTranslator({
    locale,
    messages: messages as Record<string, never>,
    timeZone: 'UTC',
    onError: () => {},
    getMessageFallback: ({ key, namespace }) => (namespace ? `${namespace}.${key}` : key),
  }) as unknown as (key: string, values?: MessageValues) => string
  const simple = new Map<string, readonly string[]>()
  const say: Translate = (key, values) => {
    let parts = simple.get(key)
    if (parts === undefined) {
      parts = partsOf(lookUp(messages, key))
      if (parts === undefined) return translator(key, values)
      simple.set(key, parts)
    }
    return fillIn(parts, values) ?? translator(key, values)
  }
  return locale === 'it' ? (key, values) => (values ? elide(say(key, values)) : say(key)) : say
}
