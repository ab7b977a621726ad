import type { Attribute } from './attribute.ts'
import { NO_FAMILY, type Family } from './family.ts'

/** What the shop says that products have: read whole, since it is small and every check asks for several. */
export interface Definitions {
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly families: ReadonlyMap<string, Family>
  /** Where the makers and responsible persons sit that the products in question name: id -> country. */
  readonly contactCountries: ReadonlyMap<string, string>
}

export const NO_DEFINITIONS: Definitions = { attributes: new Map(), families: new Map(), contactCountries: new Map() }

export function familyOf({ families }: Definitions, code: string | null): Family {
  return (code !== null && families.get(code)) || NO_FAMILY
}

/** What a product of this family has: in the family's order, then the shop's own fields. */
export function attributesOf(definitions: Definitions, familyCode: string | null): Attribute[] {
  const family = familyOf(definitions, familyCode)
  const named = family.attributes.flatMap(({ code }) => definitions.attributes.get(code) ?? [])
  const own = [...definitions.attributes.values()].filter(
    (attribute) => attribute.section === 'own' && !named.includes(attribute),
  )
  return [...named, ...own]
}
