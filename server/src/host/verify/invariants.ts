import { readFileSync } from 'node:fs'

export interface Invariant {
  /** `L1`, `S2`: what people call it. */
  readonly code: string
  readonly title: string
  /** Elapsed time that the rule forgives: `5 minutes`. */
  readonly grace: string | undefined
  /** Views of the schema `verify` that the query reads. */
  readonly needs: readonly string[]
  readonly query: string
}

export function readInvariants(): Invariant[] {
  return parseInvariants(readFileSync(new URL('invariants.sql', import.meta.url), 'utf8'))
}

/** `-- name: CODE title`, `-- grace: ...`, `-- needs: view view`, then one statement. */
export function parseInvariants(text: string): Invariant[] {
  return text
    .split(/^(?=-- name: )/m)
    .filter((part) => part.startsWith('-- name: '))
    .map(parseOne)
}

function parseOne(part: string): Invariant {
  const [, code = '', title = ''] = /^-- name: (\w+) (.+)$/m.exec(part) ?? []
  const needs = /^-- needs: (.+)$/m.exec(part)?.[1]?.trim().split(/\s+/) ?? []
  const query = part
    .replace(/^--.*$/gm, '')
    .trim()
    .replace(/;$/, '')
  if (code === '' || query === '' || needs.length === 0) throw new Error(`Not a whole invariant: ${part.slice(0, 60)}`)
  return { code, title, grace: /^-- grace: (.+)$/m.exec(part)?.[1]?.trim(), needs, query }
}
