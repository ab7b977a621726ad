import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { addDays, compareDates, localDate, type LocalDate } from '../../../kernel/time.ts'
import { refusals } from './refusals.ts'

/** What somebody signs: whose account it is, and which. */
export interface Signed {
  readonly holder: string
  /** Without blanks, in capitals. */
  readonly iban: string
}

/** Which words they read: changed with them, so that what was signed can be told from what is signed now. */
export const MANDATE_TEXT = 'core-1'

/**
 * Where an account can be collected from without its bank's own code and its holder's address: the European Economic Area. The scheme
 * reaches further; those ask for both.
 */
export const REACHED: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

const LONGEST_NAME = 70

type IsIban = (iban: string) => boolean

/** `isValidIban`: by the registry of each country's form, and the two check digits (ISO 13616). */
export function checkSigned(typed: Signed, isValidIban: IsIban): Result<Signed> {
  const [first] = faultsOfSigned(typed, isValidIban)
  return first ?? ok({ holder: typed.holder.trim().slice(0, LONGEST_NAME), iban: plainIban(typed.iban) })
}

/** Everything that is wrong with what was typed, in the order of its fields: a form tells all of it at once. */
export function faultsOfSigned(typed: Signed, isValidIban: IsIban): Refused[] {
  const iban = plainIban(typed.iban)
  const country = iban.slice(0, 2)
  const faults: Refused[] = []
  if (typed.holder.trim() === '') faults.push(refusals.holder_missing({ field: 'debit.holder' }))
  if (!isValidIban(iban)) faults.push(refusals.iban_wrong({ field: 'debit.iban' }))
  else if (!REACHED.has(country)) faults.push(refusals.iban_not_reached({ field: 'debit.iban', params: { country } }))
  return faults
}

const plainIban = (typed: string) => typed.replaceAll(/[\s-]/g, '').toUpperCase()

export interface MandateFacts {
  readonly kind: 'one_off' | 'recurring'
  readonly signedOn: LocalDate
  readonly lastUsedOn: LocalDate | null
  readonly revoked: boolean
}

const MONTHS_UNUSED = 36

/** A mandate under which nothing was collected for 36 months is none any more (EPC016-06, 4.1). */
export function endsOn({ signedOn, lastUsedOn }: Pick<MandateFacts, 'signedOn' | 'lastUsedOn'>): LocalDate {
  const from = lastUsedOn ?? signedOn
  const [year = '', month = '', day = ''] = from.split('-')
  const later = `${String(Number(year) + MONTHS_UNUSED / 12).padStart(4, '0')}-${month}`
  // The 29th of February has no other one every year.
  return month === '02' && day === '29' ? addDays(localDate(`${later}-28`), 1) : localDate(`${later}-${day}`)
}

export function mayCollect(mandate: MandateFacts, today: LocalDate): Result<void> {
  if (mandate.revoked) return refusals.mandate_revoked()
  return compareDates(endsOn(mandate), today) <= 0 ? refusals.mandate_expired() : ok()
}
