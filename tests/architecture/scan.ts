/**
 * Reads TypeScript by its characters alone: enough to know what is comment, what is text and what is code,
 * without the seconds that a compiler costs. Offsets are kept, so that every finding has its line.
 */

export type Literal = {
  /** The characters between the quotes; in a template each `${...}` is one HOLE. */
  text: string
  /** `html` in html`...`; empty for plain strings and untagged templates. */
  tag: string
  offset: number
  isTemplate: boolean
}

export type Scan = {
  /** The source with comments blanked out. */
  withoutComments: string
  /** The source with comments and the insides of strings blanked out. */
  code: string
  literals: Literal[]
  comments: { text: string; offset: number }[]
}

export const HOLE = '\u0001'

const KEYWORDS_BEFORE_REGEX = /(?:^|[^\w$.])(?:return|typeof|case|in|of|do|else|void|delete|throw|await|yield)$/

export function scan(source: string): Scan {
  const scanner = new Scanner(source)
  scanner.readCode(0, false)
  return {
    withoutComments: scanner.noComments.join(''),
    code: scanner.onlyCode.join(''),
    literals: scanner.literals,
    comments: scanner.comments,
  }
}

export function lineAt(source: string, offset: number): number {
  let line = 1
  for (let i = source.indexOf('\n'); i !== -1 && i < offset; i = source.indexOf('\n', i + 1)) line++
  return line
}

class Scanner {
  readonly source: string
  readonly noComments: string[]
  readonly onlyCode: string[]
  readonly literals: Literal[] = []
  readonly comments: { text: string; offset: number }[] = []

  constructor(source: string) {
    this.source = source
    this.noComments = source.split('')
    this.onlyCode = source.split('')
  }

  /** Returns the offset after the closing brace of a template's hole, or the end of the source. */
  readCode(start: number, insideHole: boolean): number {
    let depth = 0
    let i = start
    while (i < this.source.length) {
      const char = this.source[i]
      const next = this.source[i + 1]
      if (char === '/' && next === '/') i = this.readComment(i, '\n', 0)
      else if (char === '/' && next === '*') i = this.readComment(i, '*/', 2)
      else if (char === '/' && this.regexMayStart(i)) i = this.readRegex(i)
      else if (char === "'" || char === '"') i = this.readString(i, char)
      else if (char === '`') i = this.readTemplate(i)
      else {
        if (char === '{') depth++
        if (char === '}' && insideHole && depth-- === 0) return i + 1
        else if (char === '}' && !insideHole) depth--
        i++
      }
    }
    return i
  }

  private readComment(start: number, end: string, kept: number): number {
    const at = this.source.indexOf(end, start + 2)
    const stop = at === -1 ? this.source.length : at + kept
    this.comments.push({ text: this.source.slice(start, stop), offset: start })
    this.blank(this.noComments, start, stop)
    this.blank(this.onlyCode, start, stop)
    return stop
  }

  private readString(start: number, quote: string): number {
    let i = start + 1
    while (i < this.source.length && this.source[i] !== quote && this.source[i] !== '\n') {
      i += this.source[i] === '\\' ? 2 : 1
    }
    this.literals.push({ text: this.source.slice(start + 1, i), tag: '', offset: start + 1, isTemplate: false })
    this.blank(this.onlyCode, start + 1, i)
    return i + 1
  }

  private readTemplate(start: number): number {
    const tag = /([A-Za-z_$][\w$]*)(?:<[^<>()]*>)?$/.exec(this.source.slice(Math.max(0, start - 120), start))?.[1] ?? ''
    const literal: Literal = { text: '', tag, offset: start + 1, isTemplate: true }
    this.literals.push(literal)
    let i = start + 1
    while (i < this.source.length && this.source[i] !== '`') {
      if (this.source[i] === '$' && this.source[i + 1] === '{') {
        const after = this.readCode(i + 2, true)
        const lines = this.source.slice(i, after).split('\n').length - 1
        literal.text += HOLE + '\n'.repeat(lines)
        i = after
      } else {
        const length = this.source[i] === '\\' ? 2 : 1
        literal.text += this.source.slice(i, i + length)
        this.blank(this.onlyCode, i, i + length)
        i += length
      }
    }
    return i + 1
  }

  private readRegex(start: number): number {
    let inClass = false
    let i = start + 1
    while (i < this.source.length && this.source[i] !== '\n') {
      const char = this.source[i]
      if (char === '\\') i++
      else if (char === '[') inClass = true
      else if (char === ']') inClass = false
      else if (char === '/' && !inClass) break
      i++
    }
    this.blank(this.onlyCode, start + 1, i)
    return i + 1
  }

  private regexMayStart(at: number): boolean {
    const before = this.onlyCode
      .slice(Math.max(0, at - 40), at)
      .join('')
      .trimEnd()
    const last = before.at(-1)
    if (last === undefined || '(,=:[!&|?{};+-*%<>~^'.includes(last)) return last !== '<'
    return KEYWORDS_BEFORE_REGEX.test(before)
  }

  private blank(target: string[], from: number, to: number): void {
    for (let i = from; i < to && i < target.length; i++) if (target[i] !== '\n') target[i] = ' '
  }
}
