/** Tags and texts of a piece of HTML whose holes are HOLE characters: no parser, the templates are our own. */

export type Tag = { name: string; attributes: string; offset: number }
export type Text = { text: string; offset: number }

const TAG = /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/?([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi

export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(TAG)]
    .filter((match) => match[1] !== undefined && !match[0].startsWith('</'))
    .map((match) => ({ name: match[1] ?? '', attributes: match[2] ?? '', offset: match.index }))
}

/** What a visitor reads: the text between tags, without scripts, styles and character references. */
export function textsOf(html: string): Text[] {
  const blank = (match: string) => ' '.repeat(match.length)
  const visible = html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, blank)
    .replaceAll(/&(?:[a-z]+|#\d+|#x[\da-f]+);/gi, blank)
  const texts: Text[] = []
  let from = 0
  for (const match of visible.matchAll(TAG)) {
    texts.push({ text: visible.slice(from, match.index), offset: from })
    from = match.index + match[0].length
  }
  texts.push({ text: visible.slice(from), offset: from })
  return texts.filter(({ text }) => text.trim() !== '')
}
