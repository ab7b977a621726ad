import type { LocalDate } from '../../../kernel/time.ts'
import { compareDates } from '../../../kernel/time.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { DocumentKind } from './document.ts'
import { refusals } from './refusals.ts'

export interface SeriesForm {
  /** `INV-{year}-{number}`: with {year}, numbers begin anew each year. */
  readonly format: string
  readonly digits: number
}

export interface SeriesState extends SeriesForm {
  /** 0 where it knows no years. */
  readonly firstYear: number
  readonly firstNumber: bigint
  readonly lastYear: number | null
  readonly lastNumber: bigint | null
  readonly lastOn: LocalDate | null
}

export interface TakenNumber {
  readonly year: number
  readonly number: bigint
  readonly label: string
  readonly issuedOn: LocalDate
}

const PREFIXES: Readonly<Record<DocumentKind, string>> = {
  invoice: 'INV',
  simplified_invoice: 'SIM',
  receipt: 'REC',
  credit_note: 'CN',
  packing_slip: 'PS',
}

/** What a kind is numbered by until somebody says otherwise. */
export function usualForm(kind: DocumentKind): SeriesForm {
  return { format: `${PREFIXES[kind]}-{year}-{number}`, digits: 5 }
}

export function isYearly({ format }: Pick<SeriesForm, 'format'>): boolean {
  return format.includes('{year}')
}

export function yearOf(form: Pick<SeriesForm, 'format'>, on: LocalDate): number {
  return isYearly(form) ? Number(on.slice(0, 4)) : 0
}

/** A later number never has an earlier date (verify D2): a clock that goes back gets the day of the number before. */
export function nextNumber(series: SeriesState, today: LocalDate): TakenNumber {
  const { lastYear, lastNumber, lastOn, firstYear, firstNumber } = series
  const issuedOn = lastOn !== null && compareDates(lastOn, today) > 0 ? lastOn : today
  const year = yearOf(series, issuedOn)
  const first = year === firstYear ? firstNumber : 1n
  const number = lastNumber !== null && lastYear === year ? lastNumber + 1n : first
  return { year, number, issuedOn, label: labelOf(series, year, number) }
}

export function labelOf({ format, digits }: SeriesForm, year: number, number: bigint): string {
  return format.replace('{year}', String(year)).replace('{number}', String(number).padStart(digits, '0'))
}

const FORMAT = /^[A-Za-z0-9 ./_-]*(\{year\}[A-Za-z0-9 ./_-]+)?\{number\}[A-Za-z0-9 ./_-]*$/

/** The number stands in it once and apart from the year, so that no two documents are called the same. */
export function checkForm({ format, digits }: SeriesForm): Result<SeriesForm> {
  const trimmed = format.trim()
  return FORMAT.test(trimmed) ? ok({ format: trimmed, digits }) : refusals.format_wrong({ field: 'format' })
}
