export { promiseStock } from './promise-stock.ts'
