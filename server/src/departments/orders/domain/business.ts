import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** For which company somebody buys, as they said it. */
export interface Business {
  readonly name: string
  /** With its prefix, as the authority takes it. */
  readonly vatNumber: string | null
  /** Of the number: Greece is GR. */
  readonly country: string | null
  /** What the country asks for besides: codice fiscale, NPWP. */
  readonly taxCode: string | null
}

export interface BusinessWish {
  readonly name: string
  readonly vatNumber?: string | undefined
  readonly taxCode?: string | undefined
}

/** Of an order: with the ground on which it bears no tax, if it does not. */
export interface OrderBusiness extends Business {
  readonly check: {
    readonly state: string
    readonly checkedAt: string | null
    readonly consultation: string | null
  } | null
  readonly exemption: { readonly id: string; readonly kind: string; readonly number: string } | null
}

const CODE = /^[A-Z0-9][A-Z0-9 ./-]{2,29}$/

/** A company has a name; a tax code has letters and digits, and an Italian one sixteen or eleven. */
export function soundBusiness(
  { name, taxCode }: BusinessWish,
  country: string,
): Result<Pick<Business, 'name' | 'taxCode'>> {
  const said = name.trim()
  if (said === '') return refusals.company_name_missing({ field: 'name' })
  const code = taxCode?.trim().toUpperCase() ?? ''
  if (code === '') return ok({ name: said, taxCode: null })
  const fits = country === 'IT' ? /^([A-Z0-9]{16}|\d{11})$/.test(code) : CODE.test(code)
  return fits ? ok({ name: said, taxCode: code }) : refusals.tax_code_wrong({ field: 'taxCode' })
}
