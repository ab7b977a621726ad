import type { Attribute, ProductOfFile } from '../../../departments/catalog/index.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { harmless } from '../../../kernel/harmless-cell.ts'
import { money, toDecimal, type Money } from '../../../kernel/money.ts'

/** What a file is written from, the same for all of its products. */
export interface FormSettings {
  readonly currency: CurrencyCode
  /** Whether the file tells of stock. */
  readonly stock: boolean
  /** Whether it tells what goods cost. */
  readonly costs: boolean
  readonly attributes: readonly Attribute[]
  /** Where a picture is read. */
  readonly addressOf: (fileId: string) => string
  /** A description as HTML, whatever it was written as. */
  readonly toHtml: (text: string) => string
}

/** A product with what other departments say of its variants. */
export interface ProductToTell {
  readonly product: ProductOfFile
  readonly prices: ReadonlyMap<string, { readonly amount: bigint; readonly compareAt: bigint | null }>
  readonly onHand: ReadonlyMap<string, bigint>
  readonly costs: ReadonlyMap<string, Money>
}

/** A way of writing products as rows. */
export interface Form {
  headings(settings: FormSettings): readonly string[]
  rows(told: ProductToTell, settings: FormSettings): readonly (readonly string[])[]
}

export const liveVariants = ({ variants }: ProductOfFile) => variants.filter(({ retired }) => !retired)

/** What a variant's choices are called in English, in the order of the options. */
export function choicesOf({ options }: ProductOfFile, optionValues: Readonly<Record<string, string>>): string[] {
  return options.map(({ code, choices }) => {
    const chosen = choices.find((choice) => choice.code === optionValues[code])
    return chosen?.names['en'] ?? ''
  })
}

/** Codes lose their first apostrophe when they are read, whatever stands behind it. */
export const codeCell = (code: string): string => (code.startsWith("'") ? `'${code}` : harmless(code))

/** `10.90`; nothing where there is no price. */
export const priceText = (amount: bigint | null | undefined, { currency }: FormSettings): string =>
  amount === null || amount === undefined ? '' : toDecimal(money(amount, currency))

/** What a piece costs, where that is in the file's currency. */
export const costText = ({ costs }: ProductToTell, variantId: string, { currency }: FormSettings): string => {
  const cost = costs.get(variantId)
  return cost?.currency === currency ? toDecimal(cost) : ''
}
