import type { AttributeValue, AttributeValues, ValuesToSet } from './attribute-values.ts'
import { DEFAULT_LANGUAGE, type Option, type Product, type ProductDraft, type VariantDraft } from './product.ts'

/**
 * A file speaks one language and knows no codes of ours. What it calls as the shop does is the same thing: options and choices
 * found again by their name keep their code, their place and their translations, so that a file that was exported changes nothing.
 */
export function layFileOver(existing: Product | undefined, said: ProductDraft): ProductDraft {
  const draft = withoutIdle(existing, said)
  if (!existing || !draft.options) return draft
  const laid = draft.options.map((option) => layOption(existing, option, draft.variants ?? []))
  const renamed = new Map(laid.map(({ from, option, choices }) => [from, { code: option.code, choices }]))
  const variants = draft.variants?.map((variant) => ({
    ...variant,
    optionValues: Object.fromEntries(
      Object.entries(variant.optionValues ?? {}).map(([code, choice]) => {
        const to = renamed.get(code)
        return [to?.code ?? code, to?.choices.get(choice) ?? choice]
      }),
    ),
  }))
  return { ...draft, options: laid.map(({ option }) => option), ...(variants && { variants }) }
}

/** An empty cell takes away what is there; where nothing is it says nothing, for the columns of a file are those of all families. */
function withoutIdle(existing: Product | undefined, draft: ProductDraft): ProductDraft {
  const bySku = new Map(existing?.variants.map(({ sku, attributes }) => [sku, attributes]))
  const told = (values: ValuesToSet | undefined, now: AttributeValues = {}) =>
    values && Object.fromEntries(Object.entries(values).filter(([code, value]) => !isIdle(value) || code in now))
  return {
    ...draft,
    ...(draft.attributes && { attributes: told(draft.attributes, existing?.attributes) }),
    ...(draft.variants && {
      variants: draft.variants.map((variant) => ({
        ...variant,
        ...(variant.attributes && { attributes: told(variant.attributes, bySku.get(variant.sku)) }),
      })),
    }),
  }
}

const isIdle = (value: AttributeValue | null) =>
  value === null || (typeof value === 'object' && Object.values(value).every((text) => text === ''))

interface Laid {
  readonly from: string
  readonly option: Option
  /** Code of the file's choice -> the shop's. */
  readonly choices: ReadonlyMap<string, string>
}

const nameOf = ({ names }: { readonly names: Readonly<Record<string, string>> }) =>
  (names[DEFAULT_LANGUAGE] ?? '').trim().toLowerCase()

function layOption(existing: Product, option: Option, variants: readonly VariantDraft[]): Laid {
  const known = existing.options.find((one) => nameOf(one) === nameOf(option))
  if (!known) return { from: option.code, option, choices: new Map() }
  const byName = new Map(known.choices.map((choice) => [nameOf(choice), choice]))
  const taken = new Set(known.choices.map(({ code }) => code))
  const choices = new Map<string, string>()
  const added = option.choices.flatMap((choice) => {
    const found = byName.get(nameOf(choice))
    const code = found?.code ?? free(choice.code, taken)
    taken.add(code)
    choices.set(choice.code, code)
    return found ? [] : [{ ...choice, code }]
  })
  const wanted = new Set(variants.map(({ optionValues }) => choices.get(optionValues?.[option.code] ?? '')))
  const inUse = new Set(
    existing.variants.filter(({ retired }) => !retired).map(({ optionValues }) => optionValues[known.code]),
  )
  // What nobody could choose before is not the file's to take away.
  const kept = known.choices.filter(({ code }) => wanted.has(code) || !inUse.has(code))
  return { from: option.code, option: { ...known, choices: [...kept, ...added] }, choices }
}

function free(code: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const one = number === 1 ? code : `${code}-${number}`
    if (!taken.has(one)) return one
  }
}
