export { callOff } from './call-off.ts'
export { callOffOrder } from './cancel-order.ts'
export type { Cancellation } from './cancel-order.ts'
