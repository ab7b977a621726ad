import { raceToCancelHeld, raceToCancelUnpaid } from './cancelling.ts'
import { raceOfStatementAndCallOff, raceToCollect } from './collecting.ts'
import { raceToDispute } from './disputing.ts'
import { raceForACard, raceForACoupon, raceOfOneCustomer } from './limits.ts'
import type { MoneyCourse } from './money-course.ts'
import { raceForNumbers } from './numbers.ts'
import { raceToJoin } from './joining.ts'
import { raceForTheRest } from './paying-the-rest.ts'
import { raceOfPrices, raceUnderOneKey } from './promises.ts'
import { raceForCredit } from './spending-credit.ts'
import { raceToDecideWithdrawal, raceToEdit, raceToExplain } from './two-deciders.ts'
import { raceToCallOff, raceToCharge, raceToRefund, raceToSettle } from './settling.ts'

/** Each race for money, by what must come of it. */
export const moneyRaces: Readonly<Record<string, (course: MoneyCourse, chance: () => number) => Promise<void>>> = {
  'return page, webhooks, jobs and reconciler: one capture, one mail': (course) => raceToSettle(course, { callers: 6 }),
  'a kept card that eight charge, beside a page: one charge': (course) => raceToCharge(course, { callers: 8 }),
  'ten refunds of a third each: three': (course) => raceToRefund(course, { clerks: 10 }),
  'a dispute that everybody hears of and ten clerks answer: one, answered once': (course) =>
    raceToDispute(course, { callers: 6, clerks: 10 }),
  'called off while it is paid: nobody holds the money of the other': (course) => raceToCallOff(course),
  'called off by its buyer while the parcel goes and is taken, the page comes back: one of them': (course) =>
    raceToCancelHeld(course),
  'called off by its buyer while it is paid: nobody holds the money of the other': (course) =>
    raceToCancelUnpaid(course),
  'six who edit one order: one change': (course) => raceToEdit(course, { clerks: 6 }),
  'six who decide one withdrawal: one decision': (course) => raceToDecideWithdrawal(course, { clerks: 6 }),
  'six who explain one line of a payout: one explanation': (course) => raceToExplain(course, { clerks: 6 }),
  'the rest of an order paid from two tabs: once': (course) => raceForTheRest(course, { byHand: false }),
  'the rest of an order paid from two tabs and received by hand: what is too much goes back': (course) =>
    raceForTheRest(course, { byHand: true }),
  'baskets that meet in two tabs while one is ordered: nothing lost, nothing twice': (course) => raceToJoin(course),
  'twenty buyers of a coupon of one use: one': (course) => raceForACoupon(course, { buyers: 20 }),
  'one customer in twenty windows: one use': (course) => raceOfOneCustomer(course, { buyers: 20 }),
  'twenty orders for one gift card: one has it': (course) => raceForACard(course, { buyers: 20 }),
  'one store credit, six tabs, an order called off and one that expires: spent once, to the cent': (course) =>
    raceForCredit(course, { tabs: 6 }),
  'a price and a basket that change: what was shown is paid, or nothing': (course) =>
    raceOfPrices(course, { buyers: 12 }),
  'one key, twelve clicks: one order; another body is refused': (course) => raceUnderOneKey(course, { clicks: 12 }),
  'four who make files for the bank while debits come and go: each in one file; a statement brought twice counts once':
    (course) => raceToCollect(course, { clerks: 4, debits: 4 }),
  'a statement that comes twice while an order of it is called off: each once, and that one back': (course) =>
    raceOfStatementAndCallOff(course, { debits: 4 }),
  'numbers of invoices while some are rolled back: no gap': (course, chance) =>
    raceForNumbers(course, { orders: 8, chance }),
}
