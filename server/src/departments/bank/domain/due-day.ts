import { addDays, compareDates, type LocalDate } from '../../../kernel/time.ts'

export interface DebitCalendar {
  readonly today: LocalDate
  /** `HH:MM`, in the seller's time. */
  readonly clock: string
  readonly noticeDays: number
  readonly leadDays: number
  readonly cutOff: string
  /** So many banking days after a day; of none the first on or after it. */
  readonly addBankingDays: (start: LocalDate, days: number) => LocalDate
}

/** The first day that a file which goes to the bank now may ask for: banks close for the day at their own hour. */
export function earliestCollection({ today, clock, leadDays, cutOff, addBankingDays }: DebitCalendar): LocalDate {
  const received = addBankingDays(clock > cutOff ? addDays(today, 1) : today, 0)
  return addBankingDays(received, leadDays)
}

/** On which day is collected what is announced today: a banking day, never before who pays had their notice. */
export function dueDay(calendar: DebitCalendar): LocalDate {
  const noticed = calendar.addBankingDays(addDays(calendar.today, calendar.noticeDays), 0)
  const earliest = earliestCollection(calendar)
  return compareDates(noticed, earliest) < 0 ? earliest : noticed
}
