/**
 * The accounts that the house posts to, by code. One account exists per entity, code and currency, made at its first use.
 * Names in people's languages stand in the locales under `accounts.<code>`.
 */
export const chart = {
  bank: 'asset',
  payments_clearing: 'asset',
  receivables: 'asset',
  unassigned_receipts: 'liability',
  output_tax: 'liability',
  /** What is owed to the holders of gift cards: the sum of their balances (verify K2). */
  gift_cards: 'liability',
  sales: 'revenue',
  delivery_revenue: 'revenue',
  gift_card_breakage: 'revenue',
  payment_fees: 'expense',
  gift_cards_given: 'expense',
} as const

export type AccountCode = keyof typeof chart
export type AccountKind = (typeof chart)[AccountCode]
