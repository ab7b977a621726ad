export { MAX_QUANTITY, priceBasket } from './domain/price-basket.ts'
export type {
  DeliveryToPrice,
  LineToPrice,
  PriceSnapshot,
  PricedBasket,
  PricedDelivery,
  PricedLine,
  Reason,
  TaxTotal,
} from './domain/price-basket.ts'
export { countSellable } from './queries/count-sellable.ts'
export { loadOffers } from './queries/load-offers.ts'
export type { Offer } from './queries/load-offers.ts'
export { CARD_ORDERS, listProductCards, loadCardOffers } from './queries/product-cards.ts'
export type { CardFilter, CardList, CardOffer, CardOrder, Counter, ProductOfferCard } from './queries/product-cards.ts'
export { loadProductOffers } from './queries/product-offers.ts'
export type { VariantOffer } from './queries/product-offers.ts'
export { setPrices } from './use-cases/set-prices.ts'
export type { PriceToSet } from './domain/price-to-set.ts'
