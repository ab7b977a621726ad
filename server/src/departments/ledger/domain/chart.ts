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
  sales: 'revenue',
  delivery_revenue: 'revenue',
  payment_fees: 'expense',
} as const

export type AccountCode = keyof typeof chart
export type AccountKind = (typeof chart)[AccountCode]
