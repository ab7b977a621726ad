export { receiveMoney } from './record-receipt.ts'
