export { askRests, remindOfRests } from './ask-rests.ts'
export { promiseStock } from './promise-stock.ts'
