import type { Locale } from '../i18n/locales.ts'
import { valuesOf, fillText, type Block, type Template } from './template.ts'
import type { AnyMailValues, MailLine, MailLink, MailTotal } from './mail-kind.ts'

/** A block with everything in it: ready to be written as HTML or as plain text. */
export type Part =
  | { readonly type: 'heading' | 'paragraph'; readonly text: string }
  | { readonly type: 'button'; readonly text: string; readonly url: string }
  | { readonly type: 'lines'; readonly lines: readonly MailLine[] }
  | { readonly type: 'totals'; readonly totals: readonly MailTotal[] }
  | { readonly type: 'address'; readonly text: string; readonly rows: readonly string[] }
  | { readonly type: 'notes'; readonly rows: readonly string[] }
  | { readonly type: 'links'; readonly text: string; readonly links: readonly MailLink[] }
  | { readonly type: 'legal'; readonly rows: readonly string[] }
  | { readonly type: 'divider' }

export interface Letter {
  readonly locale: Locale
  readonly subject: string
  readonly preheader: string
  readonly parts: readonly Part[]
}

/** Fills a template. A block that needs what is not there in this case is left out. */
export function fillTemplate({ subject, preheader, blocks }: Template, values: AnyMailValues, locale: Locale): Letter {
  const fill = (text: string) => fillText(text, (name) => textOf(values[name]))
  return {
    locale,
    // A subject is one line; more would be further headers.
    subject: fill(subject).replace(/\s+/g, ' ').trim(),
    preheader: fill(preheader).replace(/\s+/g, ' ').trim(),
    parts: blocks.filter((block) => isShown(block, values)).map((block) => partOf(block, values, fill)),
  }
}

const textOf = (value: AnyMailValues[string] | undefined): string => (typeof value === 'string' ? value : '')
const isThere = (value: AnyMailValues[string] | undefined): boolean => value !== undefined && value.length > 0

function isShown(block: Block, values: AnyMailValues): boolean {
  const { when } = block
  if (when && isThere(values[when.value]) !== (when.is === 'there')) return false
  return valuesOf(block).every((name) => isThere(values[name]))
}

function partOf(block: Block, values: AnyMailValues, fill: (text: string) => string): Part {
  const text = fill(block.text ?? '')
  // Which type of value a block shows was checked when the template was saved.
  const value = values[block.value ?? ''] ?? []
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { type: block.type, text }
    case 'button':
      return { type: 'button', text, url: textOf(value) }
    case 'lines':
      return { type: 'lines', lines: value as readonly MailLine[] }
    case 'totals':
      return { type: 'totals', totals: value as readonly MailTotal[] }
    case 'links':
      return { type: 'links', text, links: value as readonly MailLink[] }
    case 'address':
      return { type: 'address', text, rows: value as readonly string[] }
    case 'notes':
    case 'legal':
      return { type: block.type, rows: value as readonly string[] }
    case 'divider':
      return { type: 'divider' }
  }
}
