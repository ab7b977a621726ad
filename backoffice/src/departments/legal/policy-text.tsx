import { createElement, type ReactNode } from 'react'

/** What the house keeps of a text with markup (host/rich-text); anything else is shown as the words in it. */
const TAGS = new Set(['p', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'blockquote', 'br'])

interface PolicyTextProps {
  readonly html: string
  /** What fills its blanks: `{withdrawalDays}`. */
  readonly fills: Readonly<Record<string, unknown>>
}

/** A policy as a page shows it, put together from its own parts: no markup of a text is ever run. */
export function PolicyText({ html, fills }: PolicyTextProps) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return <>{[...page.body.childNodes].map((node, index) => shown(node, index, fills))}</>
}

function shown(node: Node, key: number, fills: PolicyTextProps['fills']): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return filled(node.textContent ?? '', fills)
  if (!(node instanceof Element)) return null
  const children = [...node.childNodes].map((child, index) => shown(child, index, fills))
  const tag = node.localName
  // A link leads nowhere here: it is the words that are looked at.
  const name = tag === 'a' ? 'u' : TAGS.has(tag) ? tag : 'span'
  return createElement(name, { key }, ...(tag === 'br' ? [] : [children]))
}

export function filled(text: string, fills: PolicyTextProps['fills']): string {
  return text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => {
    const value = fills[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : blank
  })
}
