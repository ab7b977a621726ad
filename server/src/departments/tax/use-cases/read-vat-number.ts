import { vatDigitsHold } from '../../../host/numbers/vat-digits.ts'
import type { Result } from '../../../kernel/result.ts'
import { parseVatNumber, type VatNumber } from '../domain/vat-number.ts'

/** As people write it, with blanks, dots, dashes, in any case, with the country before it or not. */
export function readVatNumber(typed: string, country?: string): Result<VatNumber> {
  return parseVatNumber(typed, country, vatDigitsHold)
}
