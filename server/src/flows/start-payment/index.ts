export { waysToPayBalance } from './balance-payment.ts'
export { closeBalanceSession, closeSession } from './session.ts'
export type { OrderToPay } from './session.ts'
export { startPayment } from './start-payment.ts'
