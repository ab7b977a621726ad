export { closeSession } from './session.ts'
export type { OrderToPay } from './session.ts'
export { startPayment } from './start-payment.ts'
