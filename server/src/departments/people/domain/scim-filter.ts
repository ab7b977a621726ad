import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export interface ScimFilter {
  /** In lower case, as attributes' names are compared (RFC 7643, 2.1). */
  readonly attribute: string
  readonly value: string
}

/** `emails[type eq "work"].value` is what Entra ID asks for by: the address itself. */
const PATH = String.raw`[A-Za-z][\w:.$-]*(?:\[[^\]]*\](?:\.\w+)?)?`
const EQUALS = new RegExp(String.raw`^\s*\(?\s*(${PATH})\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*\)?\s*$`, 'i')

/** RFC 7644, 3.4.2.2, as far as directories ask: one attribute that equals a value. */
export function readFilter(text: string | undefined, known: readonly string[]): Result<ScimFilter | undefined> {
  if (text === undefined || text.trim() === '') return ok(undefined)
  const [, path = '', quoted = ''] = EQUALS.exec(text) ?? []
  const attribute = path
    .replace(/^urn:[\w:.]+:/i, '')
    .replace(/\[[^\]]*\]/, '')
    .toLowerCase()
  if (!known.includes(attribute)) return refusals.scim_filter({ params: { known: known.join(', ') } })
  const value = quoted.startsWith('"') ? (JSON.parse(quoted) as string) : quoted.toLowerCase()
  return ok({ attribute, value })
}
