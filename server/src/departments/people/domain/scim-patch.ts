import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** What one operation asks for one attribute, in lower case: `name.givenname`, `active`, `members`. */
export interface ScimChange {
  readonly op: 'add' | 'remove' | 'replace'
  readonly attribute: string
  /** Of `members[value eq "…"]`. */
  readonly which?: string | undefined
  readonly value: unknown
}

const OPS = ['add', 'remove', 'replace'] as const
const PATH = /^([A-Za-z][\w:$-]*(?:\.\w[\w:$-]*)*)(?:\[\s*([\w.]+)\s+eq\s+"((?:[^"\\]|\\.)*)"\s*\])?(?:\.(\w+))?$/

/**
 * RFC 7644, 3.5.2, and how directories write it: operations in capitals (Entra ID), without a path and with all attributes as one object
 * (Okta), with dots in the names of its members (Entra ID).
 */
export function readPatch(body: unknown): Result<readonly ScimChange[]> {
  const operations = memberOf(body, 'operations')
  if (!Array.isArray(operations) || operations.length === 0)
    return refusals.scim_value({ params: { name: 'Operations' } })
  const changes: ScimChange[] = []
  for (const one of operations) {
    const op = OPS.find((name) => name === String(memberOf(one, 'op')).toLowerCase())
    if (!op) return refusals.scim_value({ params: { name: 'op' } })
    const value = memberOf(one, 'value')
    const path = memberOf(one, 'path')
    if (path === undefined || path === null || path === '') {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return refusals.scim_path({ params: { path: '' } })
      }
      changes.push(...flat(value).map(([attribute, part]) => ({ op, attribute, value: part })))
      continue
    }
    const parts = typeof path === 'string' ? PATH.exec(path.replace(/^urn:[\w:.-]+:(?=\w+)/i, '')) : null
    if (!parts) return refusals.scim_path({ params: { path: String(path) } })
    const [, first = '', , which, below] = parts
    const attribute = `${first}${below === undefined ? '' : `.${below}`}`.toLowerCase()
    changes.push({
      op,
      attribute,
      value,
      ...(which === undefined ? {} : { which: JSON.parse(`"${which}"`) as string }),
    })
  }
  return ok(changes)
}

/** `name: {givenName}` and `"name.givenName"` are one. */
function flat(value: object): [string, unknown][] {
  return Object.entries(value).flatMap(([name, part]): [string, unknown][] =>
    name.toLowerCase() === 'name' && typeof part === 'object' && part !== null
      ? Object.entries(part as object).map(([below, text]) => [`name.${below.toLowerCase()}`, text])
      : [[name.toLowerCase(), part]],
  )
}

/** Attributes' names are compared without their case (RFC 7643, 2.1). */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1]
}

/** Entra ID sends "False" where a boolean belongs. */
export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/** Ids in `members`, however they are wrapped: `[{value}]`, `{value}`, or the id alone. */
export function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value === 'string') return [value]
  const id = memberOf(value, 'value')
  return typeof id === 'string' ? [id] : []
}
