export { payableByCards } from './cards-in-quote.ts'
export { purchaseOf } from './purchase-of.ts'
export { placeOrder } from './place-order.ts'
export type { OrderRequest, PlacedOrder } from './place-order.ts'
