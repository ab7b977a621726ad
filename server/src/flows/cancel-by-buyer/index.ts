export { cancelByBuyer } from './cancel-by-buyer.ts'
export type { BuyerCancelled } from './cancel-by-buyer.ts'
export { cancellationOfOrder, foreseeCancelByBuyer, viewBuyerCancellation } from './view-cancellation.ts'
export type { BuyerCancellation, CancellableLine } from './view-cancellation.ts'
