export { placeOrder } from './place-order.ts'
export type { OrderRequest, PlacedOrder } from './place-order.ts'
