export { callOffOrder } from './cancel-order.ts'
export type { Cancellation } from './cancel-order.ts'
