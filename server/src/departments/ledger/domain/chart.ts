/**
 * The accounts that the house posts to, by code. One account exists per entity, code and currency, made at its first use.
 * Names in people's languages stand in the locales under `accounts.<code>`.
 */
export const chart = {
  bank: 'asset',
  /** Paid out by a provider and not seen at the bank yet. */
  bank_in_transit: 'asset',
  payments_clearing: 'asset',
  /** What a provider keeps back of our money for a while. */
  provider_reserves: 'asset',
  /** Between two currencies, where a provider changed one into the other. */
  currency_exchange: 'asset',
  receivables: 'asset',
  /** What banks took for disputes that are not decided yet. */
  disputed: 'asset',
  unassigned_receipts: 'liability',
  /** Lines of payouts that nobody can explain yet. */
  payouts_unexplained: 'liability',
  output_tax: 'liability',
  /** What was paid on account of orders whose rest is not there yet, without its tax (verify O12). */
  deposits: 'liability',
  /** What is owed to the holders of gift cards: the sum of their balances (verify K2). */
  gift_cards: 'liability',
  /** What is owed to customers by name: the sum of their store credit (verify K2). */
  store_credit: 'liability',
  /** What is owed for points that customers can use: their worth, as far as it is expected to be used (verify K5). */
  loyalty_points: 'liability',
  sales: 'revenue',
  delivery_revenue: 'revenue',
  /** Of sales: what stands for the points that they earned, until these are used or end (IFRS 15.B40). */
  loyalty_deferred: 'revenue',
  gift_card_breakage: 'revenue',
  store_credit_breakage: 'revenue',
  loyalty_breakage: 'revenue',
  payment_fees: 'expense',
  payment_adjustments: 'expense',
  dispute_losses: 'expense',
  gift_cards_given: 'expense',
  store_credit_given: 'expense',
  loyalty_given: 'expense',
} as const

export type AccountCode = keyof typeof chart
export type AccountKind = (typeof chart)[AccountCode]
