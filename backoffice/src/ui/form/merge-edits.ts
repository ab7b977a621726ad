import { isParted, sameValue, type Parts } from './same-value.ts'
import type { Values } from './field.ts'

/** A field, or a part of one (`names.it`), that two people changed differently. */
export interface Clash {
  readonly path: string
  readonly mine: unknown
  readonly theirs: unknown
}

export interface Merged {
  /** What is still to be saved on top of what they saved. */
  readonly mine: Values
  readonly clashes: readonly Clash[]
}

interface ThreeSides {
  /** As both found it. */
  readonly base: Values
  /** The fields that this person changed, with what they now hold. */
  readonly mine: Values
  /** As somebody else saved it meanwhile. */
  readonly theirs: Values
}

/**
 * Lays one person's edits over what another saved. What only one side changed is kept from that side, what both changed
 * alike is no question, and what both changed differently is a clash, with `mine` standing until somebody chooses. Values
 * made of parts (texts by language, amounts by currency, addresses) are merged part by part.
 */
export function mergeEdits({ base, mine, theirs }: ThreeSides): Merged {
  const clashes: Clash[] = []
  const left: Record<string, unknown> = {}
  for (const [name, edited] of Object.entries(mine)) {
    const merged = mergeValue(name, { base: base[name], mine: edited, theirs: theirs[name] }, clashes)
    if (!sameValue(merged, theirs[name])) left[name] = merged
  }
  return { mine: left, clashes }
}

interface Sides {
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

function mergeValue(path: string, { base, mine, theirs }: Sides, clashes: Clash[]): unknown {
  if (sameValue(mine, base)) return theirs
  if (sameValue(theirs, base) || sameValue(theirs, mine)) return mine
  if (isMergeable(base) && isMergeable(mine) && isMergeable(theirs)) {
    const [before, ours, others] = [partsOf(base), partsOf(mine), partsOf(theirs)]
    const keys = [...new Set([...Object.keys(others), ...Object.keys(ours), ...Object.keys(before)])]
    return Object.fromEntries(
      keys.map((key) => {
        const sides = { base: before[key], mine: ours[key], theirs: others[key] }
        return [key, mergeValue(`${path}.${key}`, sides, clashes)]
      }),
    )
  }
  clashes.push({ path, mine, theirs })
  return mine
}

/** An amount and its currency, and what could not be read, are one thing; parts that are missing are no parts. */
function isMergeable(value: unknown): boolean {
  return value === undefined || value === null || (isParted(value) && !('currency' in value) && !('unread' in value))
}

const partsOf = (value: unknown): Parts => (isParted(value) ? value : {})

/** The edits with one clash settled: theirs at that path, or mine as it stands. */
export function settle(mine: Values, { path, theirs }: Clash, choice: 'mine' | 'theirs'): Values {
  return choice === 'mine' ? mine : (withPart(mine, path.split('.'), theirs) as Values)
}

function withPart(value: unknown, [key = '', ...rest]: readonly string[], part: unknown): Parts {
  const parts = partsOf(value)
  return { ...parts, [key]: rest.length === 0 ? part : withPart(parts[key], rest, part) }
}

export function partAt(values: Values, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isParted(value) ? value[key] : undefined), values)
}
