import { isValidBIC, isValidIBAN } from 'ibantools'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** Under what terms the shop collects from accounts by SEPA direct debit (core scheme). */
export interface DebitTerms {
  /** Whom a bank knows as the creditor: AT-02 of the EPC's rulebook. Without blanks, in capitals. */
  readonly creditorId: string
  readonly name: string
  /** Where the money goes. */
  readonly iban: string
  /** Empty where it is not needed. */
  readonly bic: string
  /** Days between the announcement and the day of collection: 14, or fewer where the terms of sale say so. */
  readonly noticeDays: number
  /** Banking days that our bank needs to have the file before the day of collection. */
  readonly leadDays: number
  /** Until when a file counts for the same day, in the seller's time: `HH:MM`. */
  readonly cutOff: string
  /** Which version of the message the bank takes. */
  readonly message: DebitMessage
}

type DebitMessage = 'pain.008.001.08' | 'pain.008.001.02'

/**
 * Country, two check digits, three letters of the creditor's own (its business code), up to 28 of the national identifier. The business
 * code is left out of the check; the rest is checked as an IBAN is (ISO 7064, MOD 97-10; EPC262-08).
 */
export function isCreditorId(text: string): boolean {
  const match = /^([A-Z]{2}\d{2})[0-9A-Z]{3}([0-9A-Z]{1,28})$/.exec(text)
  if (!match) return false
  const digits = [...`${match[2]}${match[1]}`].map((one) => String(Number.parseInt(one, 36))).join('')
  return BigInt(digits) % 97n === 1n
}

/** As people write it, with blanks and small letters, is as banks compare it. */
export function tidyTerms(terms: DebitTerms): DebitTerms {
  const bare = (text: string) => text.replaceAll(/[\s-]/g, '').toUpperCase()
  const { name, creditorId, iban, bic } = terms
  return { ...terms, name: name.trim(), creditorId: bare(creditorId), iban: bare(iban), bic: bare(bic) }
}

export function checkTerms({ creditorId, name, iban, bic }: DebitTerms): Result<void> {
  if (name === '') return refusals.creditor_name_missing({ field: 'debit.name' })
  if (!isCreditorId(creditorId)) return refusals.creditor_id_wrong({ field: 'debit.creditorId' })
  if (!isValidIBAN(iban)) return refusals.method_iban_wrong({ field: 'debit.iban' })
  return bic === '' || isValidBIC(bic) ? ok() : refusals.method_bic_wrong({ field: 'debit.bic' })
}
