export { nextOrderNumber as takeOrderNumber } from '../store/orders.ts'
