import type { Letter, Part } from './letter-parts.ts'

/** The same letter for readers of plain text. */
export function letterText({ parts }: Letter): string {
  return `${parts
    .map((part) => rowsOf(part).join('\n'))
    .filter((text) => text !== '')
    .join('\n\n')}\n`
}

function rowsOf(part: Part): readonly string[] {
  switch (part.type) {
    case 'heading':
    case 'paragraph':
      return [part.text]
    case 'button':
      return [part.text, part.url]
    case 'lines':
      return part.lines.map(({ quantity, what, total }) => `${quantity} x ${what}: ${total}`)
    case 'totals':
      return part.totals.map(({ label, amount }) => `${label}: ${amount}`)
    case 'address':
      return part.text === '' ? part.rows : [part.text, ...part.rows]
    case 'notes':
      return [part.rows.join('\n\n')]
    case 'links': {
      const links = part.links.map(({ label, url }) => `${label}: ${url}`)
      return part.text === '' ? links : [part.text, ...links]
    }
    case 'legal':
      return part.rows
    case 'divider':
      return ['--']
  }
}
