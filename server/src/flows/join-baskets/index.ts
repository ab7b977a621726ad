export { joinBaskets } from './join-baskets.ts'
