import type { Values } from '../../ui/form/field.ts'
import type { DraftWish } from './draft-wish.ts'

const LINE = 'line '
const BUNDLE = 'bundle '

/** A draft as values that two people may change at once: each line is one, so that who adds goods and who changes others never meet. */
export function valuesOfWish({ lines, bundles = [], ...rest }: DraftWish): Values {
  return {
    ...rest,
    ...Object.fromEntries(
      lines.map(({ variantId, quantity, unitPrice }) => [LINE + variantId, [quantity, unitPrice ?? null]]),
    ),
    ...Object.fromEntries(
      bundles.map(({ quantity, ...chosen }) => [BUNDLE + keyOfBundle(chosen), [quantity, JSON.stringify(chosen)]]),
    ),
  }
}

/** And back: what is not there any more is left out. */
export function wishOfValues(values: Values): DraftWish {
  const lines: DraftWish['lines'] = []
  const bundles: NonNullable<DraftWish['bundles']> = []
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith(LINE)) {
      if (!Array.isArray(value)) continue
      const [quantity, unitPrice] = value as [number, number | null]
      const variantId = name.slice(LINE.length)
      lines.push({ variantId, quantity, ...(unitPrice !== null && { unitPrice }) })
    } else if (name.startsWith(BUNDLE)) {
      if (!Array.isArray(value)) continue
      const [quantity, chosen] = value as [number, string]
      bundles.push({ ...(JSON.parse(chosen) as Omit<(typeof bundles)[number], 'quantity'>), quantity })
    } else rest[name] = value
  }
  return { ...(rest as Omit<DraftWish, 'lines' | 'bundles'>), lines, bundles }
}

/** What was changed; what was taken out is there as nothing. */
export function changedValues(before: Values, now: Values): Values {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
      .map((name) => [name, now[name] ?? (isGoods(name) ? undefined : now[name])]),
  )
}

export const isGoods = (name: string) => name.startsWith(LINE) || name.startsWith(BUNDLE)

/** The variant of a line, or of a bundle, by its name among the values. */
export function variantIn(name: string): string {
  return name.startsWith(LINE) ? name.slice(LINE.length) : (name.slice(BUNDLE.length).split(' ')[0] ?? '')
}

type Chosen = Omit<NonNullable<DraftWish['bundles']>[number], 'quantity'>

/** The same choice is the same line, in whatever order it was made. */
export function keyOfBundle({ variantId, choices }: Chosen): string {
  const chosen = choices.map(({ group, variantId: of, count }) => `${group}/${of}/${count}`).toSorted()
  return [variantId, ...chosen].join(' ')
}
