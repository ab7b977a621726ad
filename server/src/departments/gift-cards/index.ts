export type { Cover } from './domain/card.ts'
export { readCode } from './domain/code.ts'
export { refusals as giftCardRefusals } from './domain/refusals.ts'
export { findCard, listGifts, todayOf } from './queries/read-cards.ts'
export type { Card, KnownGift } from './queries/read-cards.ts'
export { stateOf } from './domain/card.ts'
export {
  addBasketCard,
  addGift,
  findUsableCard,
  joinBasketCards,
  keepGiftsWithin,
  removeBasketCard,
} from './use-cases/basket-cards.ts'
export { codeOfCard } from './use-cases/code-of-card.ts'
export { issueCard } from './use-cases/issue-card.ts'
export { issueCardsOfOrder } from './use-cases/issue-of-order.ts'
export {
  cancelCardsOfOrder,
  cardsOfBasket,
  coverFor,
  freeCard,
  holdCards,
  redeemCard,
  returnToCard,
} from './use-cases/pay-with-cards.ts'
export type { Held } from './use-cases/pay-with-cards.ts'
export { putRule } from './use-cases/put-rule.ts'
export { creditFor, payWithCredit } from './use-cases/basket-credit.ts'
export type { CreditThere } from './use-cases/basket-credit.ts'
export { adjustCredit } from './use-cases/change-credit.ts'
export { creditForPoints, creditInstead, grantCredit } from './use-cases/grant-credit.ts'
export { statementOf } from './use-cases/view-credit.ts'
export type { CreditStatement } from './use-cases/view-credit.ts'
