import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** A telephone number as it was typed in a country, as E.164 (`+390415231234`). What starts with + may be of any other. */
export function readPhone(typed: string, country: string): Result<string> {
  const number = parsePhoneNumberFromString(typed, country as CountryCode)
  return number?.isValid() ? ok(number.number) : refusals.phone_wrong({ field: 'address.phone', params: { country } })
}

/** As people there write it; from abroad with its country's code. What nobody can read stays as it is. */
export function showPhone(phone: string, country: string): string {
  const number = parsePhoneNumberFromString(phone, country as CountryCode)
  if (!number?.isValid()) return phone
  return number.country === country ? number.formatNational() : number.formatInternational()
}
