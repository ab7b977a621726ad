import {
  addSafetyContact,
  listContacts,
  putAttribute,
  putFamily,
  putTerm,
  type Attribute,
  type Family,
  type ProductDraft,
  type Term,
} from '../../departments/catalog/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { village, type DemoProduct, type DemoRecord } from './village.ts'

/** How the shop's own words are said: what translators see beside a text. */
const TERMS: readonly Term[] = [
  { code: 'bottega-laguna', names: { en: 'Bottega Laguna' }, kept: true, note: '' },
  {
    code: 'by-hand',
    names: { en: 'by hand', it: 'a mano', es: 'a mano', id: 'dengan tangan' },
    kept: false,
    note: '',
  },
]

/** Attributes, families, makers and the words of the shop; twice is once, for the demo may be killed anywhere. */
export async function loadRecord(ctx: Context): Promise<Result<void>> {
  const known = await listContacts(ctx.tx)
  if (known.length > 0) return ok()
  const { attributes, families, contacts } = village.record()
  for (const attribute of attributes) {
    const put = await putAttribute(ctx, attribute as Attribute, undefined)
    if (!put.ok) return put
  }
  for (const family of families) {
    const put = await putFamily(ctx, family as Family, undefined)
    if (!put.ok) return put
  }
  for (const contact of contacts) {
    const added = await addSafetyContact(ctx, contact)
    if (!added.ok) return added
  }
  for (const term of TERMS) {
    const put = await putTerm(ctx, term, undefined)
    if (!put.ok) return put
  }
  return ok()
}

export interface DemoRecords {
  readonly products: DemoRecord['products']
  /** By name. */
  readonly contactIds: ReadonlyMap<string, string>
}

/** What a product says of itself beyond its words; each of its variants holds the same. */
export function recordOf({ handle }: DemoProduct, { products, contactIds }: DemoRecords): Partial<ProductDraft> {
  const found = products[handle]
  if (!found) return {}
  const { family, maker, responsible, attributes, hsCode, originCountry, warnings, durabilityYears } = found
  const idOf = (name: string | undefined) => (name === undefined ? null : (contactIds.get(name) ?? null))
  return {
    familyCode: family,
    attributes,
    makerId: idOf(maker),
    responsibleId: idOf(responsible),
    hsCode,
    originCountry,
    ...(warnings ? { warnings } : {}),
    ...(durabilityYears === undefined ? {} : { durabilityYears }),
  }
}
