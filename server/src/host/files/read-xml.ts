import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element: text under `#text`, attributes under `@name`, children by their names without prefixes, several of one name in an array. */
export type XmlNode = Readonly<Record<string, unknown>>

/**
 * A document as a tree, and its text; undefined where it is none. A document type is refused, since it is how files make readers open
 * other files or grow without end (XXE). Elements named in `many` always stand in an array.
 */
export function readXml(
  bytes: Uint8Array,
  many: ReadonlySet<string>,
): { readonly root: XmlNode; readonly text: string } | undefined {
  const text = decode(bytes)
  if (text === undefined || /<!(DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return undefined
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => many.has(name),
  })
  const root = parser.parse(text) as XmlNode
  return Object.keys(root).filter((name) => !name.startsWith('?')).length === 1 ? { root, text } : undefined
}

const DECLARED = /^<\?xml[^>]*\sencoding=["']([A-Za-z0-9._-]{1,40})["']/

function decode(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^(ï»¿|\s)+/, '')
  try {
    return new TextDecoder(DECLARED.exec(head)?.[1] ?? 'utf-8', { fatal: true }).decode(bytes).trim()
  } catch {
    return undefined
  }
}
