export { editIn, editOrder, foreseeEdit } from './edit-order.ts'
export type { EditWish, WishBehindLock } from './edit-order.ts'
