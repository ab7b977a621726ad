import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { refusals } from './refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'

/** An element: text under `#text`, attributes under `@name`, children by their names without prefixes. */
export type XmlNode = Readonly<Record<string, unknown>>

const MANY = new Set(['Stmt', 'Rpt', 'Ntfctn', 'Bal', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Strd'])

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => MANY.has(name),
})

/**
 * A document and the message that it is. A document type is refused, since it is how files make readers open other files or grow without
 * end (XXE), and no bank sends one.
 */
export function readXml(bytes: Uint8Array): Result<{ readonly root: XmlNode; readonly message: string }> {
  const text = decode(bytes)
  if (text === undefined || /<!(DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) {
    return refusals.not_xml({ field: 'file' })
  }
  const root = parser.parse(text) as XmlNode
  const isOne = Object.keys(root).filter((name) => !name.startsWith('?')).length === 1
  return isOne ? ok({ root, message: MESSAGE.exec(text)?.[1] ?? '' }) : refusals.not_xml({ field: 'file' })
}

/** Which message of ISO 20022 in which version, from its namespace. */
const MESSAGE = /urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3}\.\d{3}\.\d{2})/

const DECLARED = /^<\?xml[^>]*\sencoding=["']([A-Za-z0-9._-]{1,40})["']/

function decode(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^(ï»¿|\s)+/, '')
  try {
    return new TextDecoder(DECLARED.exec(head)?.[1] ?? 'utf-8', { fatal: true }).decode(bytes).trim()
  } catch {
    return undefined
  }
}

/** What lies at a path of names, the first of each; undefined where a step is missing. */
function step(node: unknown, path: string): unknown {
  let at: unknown = node
  for (const name of path.split('.')) {
    if (Array.isArray(at)) at = at[0]
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as XmlNode)[name]
  }
  return at
}

/** The element at a path, of several the first. */
export function nodeAt(node: unknown, path: string): XmlNode | undefined {
  const found = step(node, path)
  const one: unknown = Array.isArray(found) ? found[0] : found
  return typeof one === 'object' && one !== null ? (one as XmlNode) : undefined
}

/** All elements at a path, below the first of each step. */
export function nodesAt(node: unknown, path: string): readonly XmlNode[] {
  const found = step(node, path)
  return Array.isArray(found) ? (found as unknown[]).filter((one): one is XmlNode => typeof one === 'object') : []
}

/** The text at the first of these paths that has one; empty without. */
export function textAt(node: unknown, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = textOf(step(node, path))
    if (text !== '') return text
  }
  return ''
}

/** All texts at a path. */
export function textsAt(node: unknown, path: string): readonly string[] {
  const found = step(node, path)
  return (Array.isArray(found) ? (found as unknown[]) : [found]).map(textOf).filter((text) => text !== '')
}

function textOf(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value[0] : value
  if (typeof one === 'string') return one.trim()
  const inner: unknown = typeof one === 'object' && one !== null ? (one as XmlNode)['#text'] : undefined
  return typeof inner === 'string' ? inner.trim() : ''
}
