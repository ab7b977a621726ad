/**
 * Message catalogues: `locales/{en,it,es,id}.json` beside the code that speaks, nested objects of ICU messages, English
 * the one that the others are measured by. Run alone (`node tools/translations.ts`) it prints what is wrong.
 */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { join } from 'node:path'
import { readHouse, type House, type SourceFile } from '../tests/architecture/house.ts'
import { SAME_AS_ENGLISH } from './same-as-english.ts'
import { hardCodedStrings } from './visible-strings.ts'

export const LANGUAGES = ['en', 'it', 'es', 'id'] as const
export type Language = (typeof LANGUAGES)[number]

export type Finding = { kind: FindingKind; path: string; line?: number; found: string }

/** Each kind with how it is mended. */
export const MEND = {
  missing: 'translate the key into this language',
  surplus: 'remove the key, or add it to en.json first',
  'not-icu': "write it as an ICU message: quote braces as '{', give each plural and select an `other`",
  arguments: 'use the same {arguments} and <tags> as en.json',
  plurals: 'give the plural the forms that the language has (CLDR)',
  untranslated: 'translate it, or say in tools/same-as-english.ts why it is the same',
  unused: 'remove the key from all languages, or declare how it is built: // i18n-dynamic: some.prefix.*',
  'hard-coded': 'move the words into locales/en.json and its translations, and show them with t(...)',
  'no-file': 'add the file: each language has one in each locales folder',
} as const
export type FindingKind = keyof typeof MEND

type Catalogue = {
  folder: string
  /** The words before the keys once all catalogues are merged: `orders`, or none for the back office's own. */
  namespace: string
  messages: Map<Language, Map<string, string>>
}

export function findTranslationProblems(house: House): Finding[] {
  const catalogues = cataloguesOf(house)
  return [...catalogues.flatMap(compareLanguages), ...unusedKeys(house, catalogues), ...hardCodedStrings(house)]
}

export function cataloguesOf(house: House): Catalogue[] {
  const byFolder = new Map<string, Catalogue>()
  for (const { path, text } of house.files) {
    const match = /^((?:server|backoffice)\/src\/(?:.*\/)?locales)\/(en|it|es|id)\.json$/.exec(path)
    const [, folder, language] = match ?? []
    if (folder === undefined) continue
    const catalogue = byFolder.get(folder) ?? { folder, namespace: namespaceOf(folder), messages: new Map() }
    byFolder.set(folder, catalogue)
    catalogue.messages.set(language as Language, flatten(JSON.parse(text) as unknown))
  }
  return [...byFolder.values()]
}

/** server/src/departments/orders/locales -> orders; server/src/storefront/locales -> storefront. */
function namespaceOf(folder: string): string {
  const parts = folder.split('/').slice(2, -1)
  return ['departments', 'flows'].includes(parts[0] ?? '') ? (parts[1] ?? '') : (parts[0] ?? '')
}

function flatten(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]])
  if (typeof value !== 'object' || value === null) return new Map([[prefix, String(value)]])
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, prefix === '' ? key : `${prefix}.${key}`)]),
  )
}

function compareLanguages({ folder, messages }: Catalogue): Finding[] {
  const english = messages.get('en') ?? new Map<string, string>()
  return LANGUAGES.flatMap((language) => {
    const path = `${folder}/${language}.json`
    const own = messages.get(language)
    if (own === undefined) return [{ kind: 'no-file' as const, path, found: 'is missing' }]
    const missing = [...english.keys()].filter((key) => !own.has(key))
    const surplus = [...own.keys()].filter((key) => !english.has(key))
    return [
      ...missing.map((key) => ({ kind: 'missing' as const, path, found: key })),
      ...surplus.map((key) => ({ kind: 'surplus' as const, path, found: key })),
      ...[...own].flatMap(([key, message]) => judgeMessage(path, language, key, message, english.get(key))),
    ]
  })
}

function judgeMessage(path: string, language: Language, key: string, message: string, english = ''): Finding[] {
  const say = (kind: FindingKind, why: string) => [{ kind, path, found: `${key}: ${why}` }]
  const read = readMessage(message)
  if (typeof read === 'string') return say('not-icu', `${read} in "${message}"`)
  const lacking = lackingPlurals(language, read.plurals)
  if (lacking.length > 0) return say('plurals', `lacks ${lacking.join(', ')} in "${message}"`)
  const model = readMessage(english)
  if (language === 'en' || typeof model === 'string') return []
  if (read.names.join() !== model.names.join()) {
    return say('arguments', `has {${read.names.join(', ')}}, en has {${model.names.join(', ')}}`)
  }
  const letters = read.words.replaceAll(/\P{L}/gu, '')
  const isSame = message === english && english.length > 20 && letters.length > 3
  return isSame && !(english in SAME_AS_ENGLISH) ? say('untranslated', `"${message}"`) : []
}

type Message = { names: string[]; words: string; plurals: string[][] }

/** Arguments and tags by name, and the words between them; or the parser's complaint. */
function readMessage(message: string): Message | string {
  try {
    const names = new Set<string>()
    const read: Message = { names: [], words: '', plurals: [] }
    walk(parse(message, { requiresOtherClause: true }), names, read)
    return { ...read, names: [...names].sort() }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function walk(elements: MessageFormatElement[], names: Set<string>, read: Message): void {
  for (const element of elements) {
    if (element.type === TYPE.literal) read.words += element.value
    else if (element.type === TYPE.pound) continue
    else names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value)
    if (element.type === TYPE.tag) walk(element.children, names, read)
    if (element.type === TYPE.plural && element.pluralType === 'cardinal')
      read.plurals.push(Object.keys(element.options))
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) walk(option.value, names, read)
    }
  }
}

/** `many` is for millions in Italian and Spanish: no shop counts that far, `other` reads well there. */
function lackingPlurals(language: Language, plurals: string[][]): string[] {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== 'many')
  return [
    ...new Set(
      plurals.flatMap((forms) =>
        wanted.filter((form) => !forms.includes(form) && !(form === 'one' && forms.includes('=1'))),
      ),
    ),
  ]
}

type Speaker = { file: SourceFile; literals: Set<string> }

function unusedKeys(house: House, catalogues: Catalogue[]): Finding[] {
  const speakers = house.files
    .filter((file) => file.isTypeScript && !file.isTest && /^(?:server|backoffice)\/src\//.test(file.path))
    .map((file): Speaker => ({ file, literals: new Set(file.scan.literals.map((literal) => literal.text)) }))
  const dynamic = speakers.flatMap(({ file }) => declaredPrefixes(file))
  return catalogues.flatMap(({ folder, namespace, messages }) => {
    const side = folder.split('/')[0] ?? ''
    const listeners = speakers.filter(({ file }) => file.path.startsWith(`${side}/`))
    return [...(messages.get('en')?.keys() ?? [])]
      .filter((key) => !dynamic.some((prefix) => covers(prefix, namespace, key)))
      .filter((key) => !listeners.some((speaker) => says(speaker, namespace, key)))
      .map((key) => ({ kind: 'unused' as const, path: `${folder}/en.json`, found: key }))
  })
}

/** `// i18n-dynamic: orders.status.*` covers every key below orders.status. */
function declaredPrefixes(file: SourceFile): string[] {
  return file.scan.comments.flatMap(({ text }) =>
    [...text.matchAll(/i18n-dynamic:\s*([\w.*, -]+)/g)].flatMap((match) =>
      (match[1] ?? '').split(',').map((one) => one.trim().replace(/\.?\*$/, '')),
    ),
  )
}

function covers(prefix: string, namespace: string, key: string): boolean {
  const full = namespace === '' ? key : `${namespace}.${key}`
  return [key, full].some((name) => name === prefix || name.startsWith(`${prefix}.`))
}

/**
 * A key is said as a whole (`orders.list.title`, `list.title`), or in two halves of one file: the translator's
 * namespace (`useTranslations('orders.list')`) and the rest (`t('title')`).
 */
function says({ literals }: Speaker, namespace: string, key: string): boolean {
  const full = namespace === '' ? key : `${namespace}.${key}`
  if (literals.has(full) || literals.has(key)) return true
  const parts = full.split('.')
  for (let at = 1; at < parts.length; at++) {
    const rest = parts.slice(at).join('.')
    if (!literals.has(rest)) continue
    if (at < parts.length - 1 && rest.length > namespace.length && parts.length - at >= 2) return true
    if (prefixesOf(parts.slice(0, at)).some((prefix) => literals.has(prefix))) return true
  }
  return false
}

/** a.b.c -> a.b.c, b.c, c: a translator may itself stand inside a namespace. */
function prefixesOf(parts: string[]): string[] {
  return parts.map((_, index) => parts.slice(index).join('.'))
}

function explainFinding({ path, line, found }: Finding): string {
  return `  ${path}${line === undefined ? '' : `:${line}`}  ${found}`
}

export function explainFindings(findings: Finding[]): string {
  return Object.entries(Object.groupBy(findings, (finding) => finding.kind))
    .map(([kind, some]) =>
      [`${kind} (mend: ${MEND[kind as FindingKind]})`, ...(some ?? []).map(explainFinding)].join('\n'),
    )
    .join('\n')
}

if (import.meta.main) {
  const findings = findTranslationProblems(readHouse(join(import.meta.dirname, '..')))
  console.log(findings.length === 0 ? 'Every language says everything.' : explainFindings(findings))
  process.exitCode = findings.length === 0 ? 0 : 1
}
