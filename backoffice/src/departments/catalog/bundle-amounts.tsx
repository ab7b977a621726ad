import { MoneyField } from '../../ui/form/money-field.tsx'
import styles from './product-bundle.module.css'
import { useShopCurrencies } from './use-shop-currencies.ts'

interface BundleAmountsProps {
  readonly label: string
  /** Names the row where the same stands in several. */
  readonly name?: string
  /** Currency -> whole minor units. */
  readonly amounts: Readonly<Record<string, number>>
  readonly disabled: boolean
  readonly onChange: (amounts: Record<string, number>) => void
}

/** An amount in the currency of each market, which stands in its field; what is emptied is none. */
export function BundleAmounts({ label, name = label, amounts, disabled, onChange }: BundleAmountsProps) {
  const currencies = [...new Set([...useShopCurrencies(), ...Object.keys(amounts)])]
  const isOne = currencies.length === 1
  return currencies.map((currency) => (
    <MoneyField
      key={currency}
      className={styles.short}
      label={label}
      aria-label={isOne ? name : `${name} (${currency})`}
      currency={currency}
      disabled={disabled}
      initial={amounts[currency] === undefined ? null : { amount: amounts[currency], currency }}
      onChange={(money) => {
        if (money === undefined) return
        const { [currency]: _before, ...others } = amounts
        onChange(money === null ? others : { ...others, [currency]: money.amount })
      }}
    />
  ))
}
