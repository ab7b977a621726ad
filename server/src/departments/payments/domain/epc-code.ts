import { toDecimal, type Money } from '../../../kernel/money.ts'

export interface Transfer {
  readonly holder: string
  /** Without blanks. */
  readonly iban: string
  readonly bic: string
  readonly amount: Money
  readonly reference: string
}

/** Most that the code can say: 999,999,999.99 euro. */
const MOST = 99_999_999_999n

/**
 * What stands in the picture that a bank's app reads: EPC069-12, version 3 of the guidelines, version 002 of the code (the BIC may be
 * left out within the Union), UTF-8, a SEPA credit transfer with a structured reference. Undefined for other money than euro.
 */
export function epcCode({ holder, iban, bic, amount, reference }: Transfer): string | undefined {
  if (amount.currency !== 'EUR' || amount.amount <= 0n || amount.amount > MOST) return undefined
  const name = [...holder].slice(0, 70).join('')
  return ['BCD', '002', '1', 'SCT', bic, name, iban, `EUR${toDecimal(amount)}`, '', reference].join('\n')
}
