import { addDays, localDate, type LocalDate } from '../../../kernel/time.ts'
import { holidaysIn, weekdayOf } from './calendar-holidays.ts'

/** A day by which the law wants something of an entity. */
export interface LegalDate {
  readonly on: LocalDate
  /** Message key below `work.legal_dates`. */
  readonly key: LegalKey
  /** First day of the period that it is about. */
  readonly periodFromOn: LocalDate
  readonly source: string
}

export type LegalKey = keyof typeof SOURCES

export const SOURCES = {
  oss_return: 'Directive 2006/112/EC, art. 369f and 369i: by the end of the month after the quarter, weekends or not',
  it_vat_payment:
    'DPR 100/1998 art. 1; D.L. 223/2006 art. 37 c. 11-bis (August); D.L. 70/2011 art. 7 c. 2 l (holidays)',
  it_vat_communication: 'D.L. 78/2010 art. 21-bis',
  it_vat_return: 'DPR 322/1998 art. 8',
  es_vat_return: 'RD 1624/1992 art. 71.4',
} as const

/** Of the European Union, whose one-stop shop takes the tax of sales to other members. */
const UNION = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '))

export interface LegalGround {
  /** Countries of the organisation's own entities. */
  readonly seats: readonly string[]
  /** Countries that it sells to. */
  readonly sellsTo: readonly string[]
}

/** Both ends included; in the order of their days. */
export function legalDatesIn(ground: LegalGround, fromOn: LocalDate, toOn: LocalDate): LegalDate[] {
  const years: number[] = []
  for (let year = Number(fromOn.slice(0, 4)) - 1; year <= Number(toOn.slice(0, 4)); year++) years.push(year)
  return years
    .flatMap((year) => datesOfYear(ground, year))
    .filter(({ on }) => on >= fromOn && on <= toOn)
    .sort((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? -1 : 1))
}

/** What is owed for the periods of one year. */
function datesOfYear({ seats, sellsTo }: LegalGround, year: number): LegalDate[] {
  const dates: LegalDate[] = []
  const add = (key: LegalKey, period: number, on: LocalDate) =>
    void dates.push({ key, on, periodFromOn: month(year, period), source: SOURCES[key] })
  const abroad = seats.some(
    (seat) => UNION.has(seat) && sellsTo.some((country) => country !== seat && UNION.has(country)),
  )
  for (const quarter of [1, 4, 7, 10]) {
    if (abroad) add('oss_return', quarter, addDays(month(year, quarter + 4), -1))
    if (seats.includes('IT'))
      add(
        'it_vat_communication',
        quarter,
        workingDay(quarter === 4 ? localDate(`${year}-09-30`) : addDays(month(year, quarter + 5), -1)),
      )
    if (seats.includes('ES'))
      add(
        'es_vat_return',
        quarter,
        quarter === 10 ? localDate(`${year + 1}-01-30`) : addDays(month(year, quarter + 3), 19),
      )
  }
  if (seats.includes('IT')) {
    for (let period = 1; period <= 12; period++) {
      const due = month(year, period + 1)
      add('it_vat_payment', period, workingDay(addDays(due, due.slice(5, 7) === '08' ? 19 : 15)))
    }
    add('it_vat_return', 1, workingDay(localDate(`${year + 1}-04-30`)))
  }
  return dates
}

/** The first of the month; the thirteenth is the next year's first. */
function month(year: number, number: number): LocalDate {
  const [y, m] = number > 12 ? [year + 1, number - 12] : [year, number]
  return localDate(`${y}-${String(m).padStart(2, '0')}-01`)
}

/** In Italy what falls on a Saturday, a Sunday or a holiday may be done on the next working day. */
function workingDay(on: LocalDate): LocalDate {
  let day = on
  while (weekdayOf(day) > 5 || holidaysIn('IT', day, day).length > 0) day = addDays(day, 1)
  return day
}
