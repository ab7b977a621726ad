import { isParted } from './same-value.ts'

/**
 * Codes of which each is there or not, as a form holds them where two people may choose at once: each code is a part of its own, so that
 * what one adds and another takes away are both kept, and no two of them ever clash.
 */
export function setOf(codes: readonly string[]): Readonly<Record<string, true>> {
  return Object.fromEntries(codes.map((code) => [code, true] as const))
}

export function codesOf(value: unknown): string[] {
  return isParted(value) ? Object.keys(value).filter((code) => value[code] === true) : []
}
