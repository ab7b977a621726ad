/** A part of a document that is written: escaped already. */
export interface Xml {
  readonly xml: string
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (letter) => ESCAPED[letter] ?? letter)

export function element(
  name: string,
  content: string | readonly Xml[],
  attributes: Readonly<Record<string, string>> = {},
): Xml {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const inner = typeof content === 'string' ? escaped(content) : content.map(({ xml }) => xml).join('')
  return { xml: `<${name}${head.join('')}>${inner}</${name}>` }
}

/** A message of ISO 20022, one element a line where one ends, so that people can look into it. */
export function xmlDocument(message: string, content: readonly Xml[]): string {
  const root = element('Document', content, { xmlns: `urn:iso:std:iso:20022:tech:xsd:${message}` })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml.replaceAll('><', '>\n<')}\n`
}
