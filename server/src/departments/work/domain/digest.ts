import { localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { timeIn } from './local-time.ts'

/** When people begin their day by the shop's clock; somebody whose mail could not be sent then gets it within the two hours after. */
const FROM = '07:00'
const UNTIL = '10:00'

/** The shop's day whose mails are to be sent now; undefined at any other time of that day. By the wall clock, whatever it leaps over. */
export function digestDay(now: Date, zone: string): LocalDate | undefined {
  const time = timeIn(now, zone)
  return time >= FROM && time < UNTIL ? localDateIn(now, zone) : undefined
}
