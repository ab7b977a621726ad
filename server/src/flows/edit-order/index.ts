export { editOrder, foreseeEdit } from './edit-order.ts'
export type { EditWish } from './edit-order.ts'
