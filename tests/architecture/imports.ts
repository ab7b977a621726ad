import { posix } from 'node:path'
import { lineAt, type Scan } from './scan.ts'

export type Import = {
  /** As written. */
  specifier: string
  /** From the root of the repository, for relative imports; undefined for packages. */
  target: string | undefined
  /** Nothing of it is left when types are stripped. */
  typeOnly: boolean
  line: number
}

const STATEMENT = /\b(?:import|export)\s+(type\s+)?([^'"`;()]*?)\bfrom\s*(['"])/g
const SIDE_EFFECT = /(?:^|[;\n])\s*import\s*(['"])/g
const DYNAMIC = /\bimport\s*\(\s*(['"])/g

/** Every static and dynamic import and re-export of one file. */
export function importsOf(path: string, source: string, scan: Scan): Import[] {
  const found: Import[] = []
  const add = (match: RegExpExecArray, typeOnly: boolean) => {
    const start = match.index + match[0].length
    const quote = match.at(-1) ?? "'"
    const specifier = source.slice(start, source.indexOf(quote, start))
    found.push({ specifier, target: targetOf(path, specifier), typeOnly, line: lineAt(source, start) })
  }
  for (const match of scan.code.matchAll(STATEMENT)) add(match, match[1] !== undefined || onlyTypes(match[2] ?? ''))
  for (const match of scan.code.matchAll(SIDE_EFFECT)) add(match, false)
  for (const match of scan.code.matchAll(DYNAMIC)) add(match, isTypeQuery(scan.code, match.index))
  return found
}

function targetOf(path: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined
}

function onlyTypes(clause: string): boolean {
  const names = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1]
  if (names === undefined) return false
  const parts = names.split(',').filter((part) => part.trim() !== '')
  return parts.length > 0 && parts.every((part) => part.trim().startsWith('type '))
}

/** `typeof import('x')` and `x: import('x').Y` are types. */
function isTypeQuery(code: string, at: number): boolean {
  const closing = code.indexOf(')', at)
  return /(?:typeof|:|<)\s*$/.test(code.slice(Math.max(0, at - 12), at)) && /^\)\s*\.[A-Z]/.test(code.slice(closing))
}
